package io.carillon.testkit.simulation;

/**
 * How a simulated host behaves within the contract.
 *
 * @param seed decides every choice
 * @param inboxMax messages from outside that may wait before they are refused
 * @param urgentFirst whether entities with urgent work go first among all, as on one shard; else in any order, as on many
 * @param wakeUpsLast whether wake-ups wait until no message is left anywhere; else only for those accepted at their entity
 *     before
 * @param crashes probability of a crash before a step of {@link SimulatedHost#rest}, in [0, 1)
 * @param repeats probability that outside repeats a message before such a step, in [0, 1)
 * @param handlesTwice whether each step is computed twice, to see that equal inputs give equal effects
 */
public record Settings(
        long seed,
        int inboxMax,
        boolean urgentFirst,
        boolean wakeUpsLast,
        double crashes,
        double repeats,
        boolean handlesTwice) {

    /** Any order of messages, then wake-ups; no crashes, no repeats. */
    public static Settings calm(long seed) {
        return new Settings(seed, 10_000, false, true, 0, 0, true);
    }

    /** Everything that the contract allows happens. */
    public static Settings stormy(long seed) {
        return new Settings(seed, 10_000, false, false, 0.02, 0.05, true);
    }

    public Settings withUrgentFirst() {
        return new Settings(seed, inboxMax, true, wakeUpsLast, crashes, repeats, handlesTwice);
    }

    public Settings withInboxMax(int max) {
        return new Settings(seed, max, urgentFirst, wakeUpsLast, crashes, repeats, handlesTwice);
    }

    public Settings withWakeUpsLast(boolean last) {
        return new Settings(seed, inboxMax, urgentFirst, last, crashes, repeats, handlesTwice);
    }

    public Settings withCrashes(double probability) {
        return new Settings(seed, inboxMax, urgentFirst, wakeUpsLast, probability, repeats, handlesTwice);
    }

    public Settings withRepeats(double probability) {
        return new Settings(seed, inboxMax, urgentFirst, wakeUpsLast, crashes, probability, handlesTwice);
    }

    /** For entities that a test watches, which makes them impure. */
    public Settings handlingOnce() {
        return new Settings(seed, inboxMax, urgentFirst, wakeUpsLast, crashes, repeats, false);
    }
}
