package io.carillon.server;

import io.carillon.server.doctor.Amount;
import java.io.PrintStream;
import java.util.function.LongConsumer;

/** Says how far a long copy is: a line whenever another tenth is done, or another gigabyte where nobody knows the end. */
final class Progress implements LongConsumer {
    private static final long UNKNOWN_STEP = 1L << 30;
    private static final long QUIET_BELOW = 64L << 20;

    private final PrintStream err;
    private final String what;
    private final long total;
    private final long step;
    private long done;
    private long said;

    /** @param total bytes; 0 where it is not known */
    Progress(PrintStream err, String what, long total) {
        this.err = err;
        this.what = what;
        this.total = total;
        step = total == 0 ? UNKNOWN_STEP : Math.max(1, total / 10);
    }

    @Override
    public void accept(long bytes) {
        done += bytes;
        boolean isShort = total > 0 && total < QUIET_BELOW;
        if (done - said < step || isShort) return;
        said = done;
        err.println("%s: %s%s".formatted(what, Amount.bytes(done), total == 0 ? "" : " of " + Amount.bytes(total)));
    }
}
