package io.carillon.testkit.law;

import io.carillon.core.definition.Workspace;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.property.Chance;
import java.util.List;

/** One person in five pieces, who act each for itself, meet in any order, and are one in the end. */
record MergePlay() implements Play<MergeAct, MergeLaw> {
    /** All halves are one within it, before any wait of theirs has ended. */
    private static final int SLOTS_MAX = 170;

    private static final List<Integer> PAUSES = List.of(0, 0, 1, 1, 2, 5, 14, 15, 16);
    private static final Workspace WORKSPACE = workspaceWith(WorkspaceFiles.smallest()
            .with("topics/news.yaml", "topic: news\ndefault: opt-out\n")
            .with("messages/receipt.yaml", """
                    message: receipt
                    purpose: transactional
                    channels:
                      email: {subject: "Thank you", html: "Thank you"}
                    """)
            .with("journeys/abandoned-cart.yaml", """
                    journey: abandoned-cart
                    trigger: {event: Product Added, key: cart_id}
                    exit: [{event: Order Completed, key: cart_id}]
                    steps:
                      - wait: 3h
                      - send: cart-reminder
                    """)
            .with("journeys/last.yaml", """
                    journey: last
                    trigger: {event: Last}
                    steps:
                      - send: receipt
                    """));

    private static Workspace workspaceWith(WorkspaceFiles files) {
        WorkspaceFiles all = files;
        for (BruteForce segment : BruteForce.values())
            all = all.with("segments/" + segment.id() + ".yaml", segment.yaml());
        return all.read();
    }

    @Override
    public List<Timed<MergeAct>> history(Chance chance) {
        return Timed.<MergeAct>list(chance, 3, 25, PAUSES, MergeAct::any).stream()
                .filter(timed -> timed.slot() <= SLOTS_MAX)
                .toList();
    }

    @Override
    public Life<MergeAct, MergeLaw> begin(Stage stage, Space space, Chance chance) {
        return new MergeLife(stage, space, chance);
    }

    @Override
    public Workspace workspace() {
        return WORKSPACE;
    }

    @Override
    public int looks() {
        return 20;
    }

    /** First they become one, then time passes. */
    @Override
    public int endings() {
        return MergeLife.ENDINGS;
    }

    @Override
    public boolean daysPass(int ending) {
        return ending >= MergeLife.LAST;
    }
}
