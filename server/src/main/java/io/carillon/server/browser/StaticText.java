package io.carillon.server.browser;

import io.carillon.core.codec.Bytes;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** JavaScript that browsers and those between may keep: as it is and packed, with the tag by which they ask for news. */
record StaticText(Bytes plain, Bytes packed, String tag) {
    static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final int TAG_BYTES = 12;

    static StaticText of(Bytes content) {
        return new StaticText(content, gzip(content), tag(content));
    }

    /**
     * The content, or 304 to who has it.
     *
     * @param caching value of Cache-Control
     */
    Answer answer(Request request, String caching) {
        boolean known = request.header("If-None-Match").filter(this::isNamedIn).isPresent();
        boolean unpacks =
                request.header("Accept-Encoding").filter(StaticText::takesGzip).isPresent();
        Answer answer = known ? Answer.empty(304) : new Answer(200, SCRIPT, unpacks ? packed : plain, List.of());
        if (!known && unpacks) answer = answer.with("Content-Encoding", "gzip");
        return answer.with("ETag", tag)
                .with("Cache-Control", caching)
                .with("Vary", "Accept-Encoding")
                .with("Access-Control-Allow-Origin", "*")
                // Also for pages that are isolated from other origins.
                .with("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private boolean isNamedIn(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    private static boolean takesGzip(String encodings) {
        return Arrays.stream(encodings.split(",", -1))
                .map(encoding -> encoding.replace(" ", ""))
                .anyMatch(encoding -> encoding.startsWith("gzip") && !encoding.matches("gzip;q=0(\\.0*)?"));
    }

    /** Weak: the same content, however it is packed. */
    private static String tag(Bytes content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.unsafeArray());
            return "W/\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, TAG_BYTES)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Bytes gzip(Bytes content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content.unsafeArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.wrap(out.toByteArray());
    }
}
