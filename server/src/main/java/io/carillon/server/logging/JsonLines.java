package io.carillon.server.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;

/** {@code {"time", "level", "logger", "thread", "message", "error"}}, a line each; {@code error} is a stack trace. */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("time", Value.of(Instant.ofEpochMilli(event.getTimeStamp()).toString()));
        fields.put("level", Value.of(event.getLevel().toString()));
        fields.put("logger", Value.of(event.getLoggerName()));
        fields.put("thread", Value.of(event.getThreadName()));
        fields.put("message", Value.of(String.valueOf(event.getFormattedMessage())));
        if (event.getThrowableProxy() != null) {
            fields.put("error", Value.of(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return (Json.write(new Value.Fields(fields)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
