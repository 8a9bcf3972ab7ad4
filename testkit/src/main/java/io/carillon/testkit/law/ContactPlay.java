package io.carillon.testkit.law;

import io.carillon.core.definition.Workspace;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.property.Chance;
import java.util.List;

/**
 * A small day: what takes hours among people takes minutes here. Messages of three ranks under caps, and quiet minutes; one
 * user has other quiet minutes than the company, and both share a phone.
 */
record ContactPlay() implements Play<ContactAct, ContactLaw> {
    private static final List<Integer> PAUSES = List.of(0, 0, 0, 0, 1, 1, 2, 3, 6, 12);
    private static final Workspace WORKSPACE = files().read();

    private static WorkspaceFiles files() {
        WorkspaceFiles files = WorkspaceFiles.smallest()
                .with("channels/text.yaml", "channel: sms\nprovider: sandbox\n")
                .with("topics/special.yaml", "topic: special\ndefault: opt-out\n")
                .changing("workspace.yaml", "timezone", """
                        quietHours: {from: "10:05", to: "10:09"}
                        frequencyCaps:
                          - {purpose: marketing, max: 3, within: 10m}
                          - {max: 1, within: 4m, topic: special}
                        timezone""")
                .with("messages/text.yaml", """
                        message: text
                        purpose: marketing
                        topic: reminders
                        channels: {sms: {body: Hi}}
                        """)
                .with("journeys/text.yaml", journey("text"));
        int priority = 0;
        for (String name : List.of("low", "middle", "high")) {
            files = files.with("messages/%s.yaml".formatted(name), """
                            message: %s
                            purpose: marketing
                            topic: %s
                            priority: %d
                            channels: {email: {subject: Hi, html: "<a href='{{ unsubscribe_url }}'>Bye</a>"}}
                            """.formatted(
                                    name, name.equals("middle") ? "special" : "reminders", priority++))
                    .with("journeys/%s.yaml".formatted(name), journey(name));
        }
        return files;
    }

    private static String journey(String name) {
        return """
                journey: %1$s
                trigger: {event: Say %1$s, key: n}
                steps:
                  - send: %1$s
                """.formatted(name);
    }

    @Override
    public List<Timed<ContactAct>> history(Chance chance) {
        return Timed.list(chance, 3, 40, PAUSES, ContactAct::any);
    }

    @Override
    public Life<ContactAct, ContactLaw> begin(Stage stage, Space space, Chance chance) {
        return new ContactLife(stage, space, chance);
    }

    @Override
    public Workspace workspace() {
        return WORKSPACE;
    }

    /** What was said when is compared between entities here, so there must be one time for all. */
    @Override
    public boolean setsClockBack() {
        return false;
    }

    @Override
    public boolean daysPass(int ending) {
        return true;
    }
}
