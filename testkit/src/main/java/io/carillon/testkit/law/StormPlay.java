package io.carillon.testkit.law;

import io.carillon.core.definition.Workspace;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.property.Chance;
import java.util.List;

/**
 * Events, merges, journeys, messages, unsubscribes, failures and crashes, all at once. Two users share a phone; others merge
 * into them; a bystander has nothing to do with any of them.
 */
record StormPlay() implements Play<StormAct, StormLaw> {
    private static final List<Integer> PAUSES = List.of(0, 0, 0, 1, 1, 3, 15, 30, 30, 60);
    private static final Workspace WORKSPACE = WorkspaceFiles.smallest()
            .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
            .with("messages/text-reminder.yaml", """
                    message: text-reminder
                    purpose: marketing
                    topic: reminders
                    channels:
                      sms: {body: "Still yours"}
                    """)
            .with("messages/receipt.yaml", """
                    message: receipt
                    purpose: transactional
                    channels:
                      sms: {body: "Thank you"}
                      email: {subject: "Thank you", html: "Thank you"}
                    """)
            .with("journeys/abandoned-cart.yaml", """
                    journey: abandoned-cart
                    trigger: {event: Product Added, key: cart_id}
                    exit: [{event: Order Completed}]
                    steps:
                      - wait: 10m
                      - send: text-reminder
                      - send: cart-reminder
                    """)
            .with("journeys/order.yaml", """
                    journey: order
                    trigger: {event: Order Completed, key: cart_id}
                    steps:
                      - send: receipt
                    """)
            .read();

    @Override
    public List<Timed<StormAct>> history(Chance chance) {
        return Timed.list(chance, 3, 30, PAUSES, StormAct::any);
    }

    @Override
    public Life<StormAct, StormLaw> begin(Stage stage, Space space, Chance chance) {
        return new StormLife(stage, space, chance);
    }

    @Override
    public Workspace workspace() {
        return WORKSPACE;
    }

    @Override
    public boolean daysPass(int ending) {
        return true;
    }
}
