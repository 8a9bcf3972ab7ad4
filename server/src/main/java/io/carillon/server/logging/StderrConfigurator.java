package io.carillon.server.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/** What the log library asks first: keeps it off stdout, and from looking for files, before {@link Logging#start}. */
public final class StderrConfigurator extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logging.attach(context, LogFormat.JSON);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
