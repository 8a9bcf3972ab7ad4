package io.carillon.server.http;

/** Answers one request. May block: it runs on a virtual thread of the request's own. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request);
}
