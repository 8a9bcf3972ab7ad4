package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import java.util.List;

/** Three users, or one, and seven identifiers that they share, or do not. */
record IdentityPlay(Kind kind) implements Play<IdentityAct, IdentityLaw> {
    static final int ENDINGS = 4;
    private static final List<Integer> PAUSES = List.of(0, 0, 1, 1, 3, 10);
    private static final int ACTS_MIN = 3;
    private static final int ACTS_MAX = 14;

    enum Kind {
        /** Anything at any time. */
        STORM(3, 3),
        /** The same with one user. */
        ONE_USER(1, 4),
        /** One event at a time, of one or two identifiers: of more, whose claims are under way together, the first decides. */
        ONE_AT_A_TIME(3, 2),
        /** As in a storm, and customers are parted again at any moment. */
        PARTING_STORM(3, 3);

        private final int users;
        private final int identifiersMax;

        Kind(int users, int identifiersMax) {
            this.users = users;
            this.identifiersMax = identifiersMax;
        }
    }

    @Override
    public List<Timed<IdentityAct>> history(Chance chance) {
        List<Integer> pauses = isOneAtATime() ? List.of(1, 2) : PAUSES;
        return Timed.list(
                chance,
                ACTS_MIN,
                ACTS_MAX,
                pauses,
                some -> kind == Kind.PARTING_STORM
                        ? IdentityAct.anyWithPartings(some, kind.users, kind.identifiersMax)
                        : IdentityAct.any(some, kind.users, kind.identifiersMax));
    }

    @Override
    public Life<IdentityAct, IdentityLaw> begin(Stage stage, Space space, Chance chance) {
        return new IdentityLife(stage, space, isOneAtATime());
    }

    @Override
    public boolean isOneAtATime() {
        return kind == Kind.ONE_AT_A_TIME;
    }

    @Override
    public int looks() {
        return 10;
    }

    @Override
    public int endings() {
        return ENDINGS;
    }
}
