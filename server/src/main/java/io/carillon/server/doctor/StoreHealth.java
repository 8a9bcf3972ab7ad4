package io.carillon.server.doctor;

import io.carillon.core.value.Value;
import io.carillon.host.local.StoreReport;

/** How the store is. */
public final class StoreHealth {
    private static final String STORE = "store";
    private static final long BACKLOG_MAX = 10_000;

    private StoreHealth() {}

    /**
     * What was found in it.
     *
     * @param isOpen whether a server has it open
     */
    public static void look(StoreReport store, boolean isOpen, boolean whole, Diagnosis diagnosis) {
        diagnosis
                .note(
                        STORE,
                        "format",
                        Value.of(store.format()),
                        "%d (this Carillon reads up to %d)".formatted(store.format(), store.understood()))
                .note(STORE, "written by", "Carillon " + store.writer().orElse("(too early to say)"))
                .note(STORE, "shards", store.shards())
                .note(STORE, "starts", store.run());
        if (!isOpen) {
            diagnosis.note(STORE, "last end", store.clean() ? "in order" : "a crash: the next start takes it up");
        }
        for (StoreReport.Part part : store.parts()) {
            if (part.rows() == 0 && part.bytes() == 0) continue;
            diagnosis.note(
                    STORE,
                    part.name(),
                    Value.of(part.rows()),
                    "about %,d rows, %s".formatted(part.rows(), Amount.bytes(part.bytes())));
        }
        diagnosis
                .note(STORE, "waiting between entities", Value.of(store.backlog()), counted(store.backlog()))
                .note(STORE, "parked", Value.of(store.parked()), counted(store.parked()));
        if (store.parked() > 0) {
            diagnosis.problem(
                    "%s parked, as handling them failed; marketing to these customers is withheld"
                            .formatted(
                                    store.parked() == 1 ? "1 message is" : counted(store.parked()) + " messages are"),
                    "see GET /api/parked for the causes, then POST /api/parked/{id}/redrive or …/dismiss");
        }
        if (isOpen && store.backlog() >= BACKLOG_MAX) {
            diagnosis.problem(
                    "%s messages wait between entities".formatted(counted(store.backlog())),
                    "if this lasts, the machine is too slow for what comes in: look at processors and disk");
        }
        wakeUps(store.wakeUps(), diagnosis);
        damage(store, whole, diagnosis);
    }

    private static void wakeUps(StoreReport.WakeUps wakeUps, Diagnosis diagnosis) {
        diagnosis.note(
                STORE,
                "agendas compared",
                Value.of(wakeUps.entities()),
                "%,d%s, %,d without their wake-up"
                        .formatted(
                                wakeUps.entities(),
                                wakeUps.isAll() ? ", all there are" : ", the first ones",
                                wakeUps.missing()));
        wakeUps.earliest().ifPresent(at -> diagnosis.note(STORE, "next wake-up", at.toString()));
        if (wakeUps.missing() > 0) {
            diagnosis.problem(
                    "%,d customers have an agenda that nothing wakes them for: their waits do not end by themselves"
                            .formatted(wakeUps.missing()),
                    "this is a bug of Carillon's, please report it; any event of theirs sets their wake-up anew");
        }
        if (wakeUps.unreadable() > 0) {
            diagnosis.problem(
                    "%,d of %,d entities cannot be read".formatted(wakeUps.unreadable(), wakeUps.entities()),
                    "restore a backup, or start the newer Carillon that wrote them");
        }
    }

    private static void damage(StoreReport store, boolean whole, Diagnosis diagnosis) {
        diagnosis.note(
                STORE,
                "checksums of all blocks",
                store.damage().isPresent() ? "differ" : whole ? "right" : "not looked at (--whole does)");
        store.damage()
                .ifPresent(damage -> diagnosis.problem(
                        "the store is damaged: " + damage,
                        "check the disk; restore the latest backup into a new folder"));
    }

    private static String counted(long count) {
        return count >= StoreReport.COUNT_MAX ? "more than %,d".formatted(count) : "%,d".formatted(count);
    }
}
