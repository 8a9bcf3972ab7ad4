package io.carillon.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets logging up in code: no file is looked for. */
public final class Logging {
    private static final String TEXT_PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{24}  %msg%n%ex";

    private Logging() {}

    /** Logs in the format from now on. Once, at the start of the process. */
    public static void start(LogFormat format) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        attach(context, format);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static void attach(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case JSON -> new JsonLines();
            case TEXT -> textEncoder();
        };
        encoder.setContext(context);
        encoder.start();
        var stderr = new ConsoleAppender<ILoggingEvent>();
        stderr.setContext(context);
        stderr.setName("stderr");
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(stderr);
        // They say at every start what they are made of.
        context.getLogger("io.helidon").setLevel(Level.WARN);
        // Whoever starts the server says why it could not, in one line.
        context.getLogger("io.helidon.webserver.LoomServer").setLevel(Level.OFF);
    }

    private static PatternLayoutEncoder textEncoder() {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(TEXT_PATTERN);
        encoder.setCharset(StandardCharsets.UTF_8);
        return encoder;
    }
}
