package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.time.Duration;
import java.util.List;

/** Lets several histories happen side by side on one stage. */
record Performance<A, L extends Enum<L>>(Stage stage, Play<A, L> play, List<Life<A, L>> lives, Chance chance) {
    private static final double CLOCK_SET_BACK = 0.03;
    private static final Duration BACK = Duration.ofMinutes(30);

    /** In the order of the lives. */
    void of(List<List<Timed<A>>> histories) {
        int slots = histories.stream()
                .filter(history -> !history.isEmpty())
                .mapToInt(history -> history.getLast().slot() + 1)
                .max()
                .orElse(0);
        int[] done = new int[lives.size()];
        for (int slot = 0; slot < slots; slot++) {
            boolean isIdle = true;
            for (int i = 0; i < lives.size(); i++) isIdle &= !isDue(histories.get(i), done[i], slot);
            if (isIdle && !stage.host().runsByItself()) continue; // time passes all the same
            stage.passesTo(slot, chance, this::notice);
            for (int i = 0; i < lives.size(); i++) {
                while (isDue(histories.get(i), done[i], slot)) {
                    lives.get(i).happens(histories.get(i).get(done[i]++).act());
                    if (!stage.host().runsByItself()) stage.stir(chance, this::notice);
                }
            }
            afterSlot(slot);
        }
        for (int ending = 0; ending < play.endings(); ending++) {
            calmDown(ending);
            int number = ending;
            lives.forEach(life -> life.ends(number));
        }
        calmDown(play.endings());
    }

    private void calmDown(int ending) {
        if (play.daysPass(ending)) stage.daysPass(chance, this::notice);
        stage.settle(chance);
        notice();
    }

    private static <A> boolean isDue(List<Timed<A>> history, int done, int slot) {
        return done < history.size() && history.get(done).slot() <= slot;
    }

    private void afterSlot(int slot) {
        if (play.isOneAtATime()) {
            stage.settle(chance);
            notice();
        } else if (stage.host().runsByItself()) {
            stage.stir(chance, this::notice);
            if (chance.chance(Stage.CRASHES)) stage.crash();
        }
        if (play.looks() > 0 && chance.between(1, 100) <= play.looks()) {
            stage.settle(chance);
            lives.forEach(Life::looks);
        }
        if (!play.isOneAtATime() && play.setsClockBack() && chance.chance(CLOCK_SET_BACK)) {
            stage.clock(stage.start().plus(Timed.SLOT.multipliedBy(slot)).minus(BACK));
            stage.stir(chance, this::notice);
        }
    }

    private void notice() {
        lives.forEach(Life::notices);
    }
}
