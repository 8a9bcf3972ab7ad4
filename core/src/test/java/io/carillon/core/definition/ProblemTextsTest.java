package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Each mistake is the smallest workspace with one file changed. {@code problems.txt} has what is said about it: change it
 * when a text becomes better.
 */
class ProblemTextsTest {
    @Test
    void whatIsSaidAboutTypicalMistakes() throws IOException {
        var said = new StringBuilder();
        for (Mistake mistake : mistakes()) {
            said.append("# ").append(mistake.what()).append('\n');
            Outcome outcome = Workspaces.read(mistake.files());
            assertThat(outcome).as(mistake.what()).isInstanceOf(Outcome.Invalid.class);
            for (Problem problem : ((Outcome.Invalid) outcome).problems())
                said.append(problem).append('\n');
        }

        assertThat(said.toString()).isEqualTo(Golden.of("problems.txt", said.toString()));
    }

    record Mistake(String what, SortedMap<String, String> files) {}

    static List<Mistake> mistakes() {
        var list = new ArrayList<Mistake>();
        list.add(change("a duration that is none", "journeys/abandoned-cart.yaml", "wait: 1h", "wait: 2x"));
        list.add(change("a key misspelt", "messages/cart-reminder.yaml", "subject:", "subjet:"));
        list.add(change("a key of another issue", "workspace.yaml", "workspace:", "holdout: {}\nworkspace:"));
        list.addAll(mistakesInContact());
        list.addAll(mistakesInSteps());
        list.add(change(
                "an unknown message", "journeys/abandoned-cart.yaml", "send: cart-reminder", "send: card-reminder"));
        list.add(change("an unknown topic", "messages/cart-reminder.yaml", "topic: reminders", "topic: news"));
        list.add(change("marketing without a topic", "messages/cart-reminder.yaml", "topic: reminders\n", ""));
        list.add(change(
                "a channel that nobody carries",
                "messages/cart-reminder.yaml",
                "  email:",
                "  sms: {body: Hi}\n  email:"));
        list.add(change("a template that does not end", "messages/cart-reminder.yaml", "event.name }}", "event.name"));
        list.add(change(
                "a template in a block that does not end",
                "messages/cart-reminder.yaml",
                "    html:",
                "    text: |\n      Hello\n        {{ customer.firstName\n      Bye\n    html:"));
        list.add(change(
                "braces without quotes",
                "messages/cart-reminder.yaml",
                "\"Still yours, {{ customer.firstName }}\"",
                "{{ customer.firstName }}"));
        list.add(change("a variable that is not set", "sources/site.yaml", "SITE_KEY", "SIDE_KEY"));
        list.add(change(
                "a password in the file", "channels/mail.yaml", "from:", "username: me\npassword: hunter2\nfrom:"));
        list.addAll(webhooks());
        list.add(change("an unknown provider", "channels/mail.yaml", "smtp", "stmp"));
        list.add(change(
                "a port out of range, and no sender",
                "channels/mail.yaml",
                "port: 2525\nsecurity: none          # none, starttls, tls\nfrom: Shop <shop@example.com>",
                "port: 65536\nsecurity: ssl"));
        list.add(change("text after the definition", "topics/reminders.yaml", "default:", "default"));
        list.add(change("a key twice", "topics/reminders.yaml", "default:", "default: opt-in\ndefault:"));
        list.add(change("a zone that is none", "workspace.yaml", "Europe/Berlin", "Europe/Belin"));
        list.add(change(
                "a step that is two",
                "journeys/abandoned-cart.yaml",
                "  - wait: 1h\n  - send",
                "  - wait: 1h\n    send"));
        list.add(add("a condition with several mistakes", "segments/vips.yaml", """
                segment: vips
                when:
                  all:
                    - trait: country
                    - event: Order Completed
                      where: {property: total, atleast: 50}
                      count: 3
                      within: 30 days
                    - score: churn
                      atLeast: 0.6
                    - any: []
                """));
        list.add(change(
                "a template after characters of other lengths",
                "messages/cart-reminder.yaml",
                "Still yours, {{ customer.firstName }}",
                "\uD83D\uDED2 é {{ x"));
        list.add(change(
                "a template with escapes, which move what follows",
                "messages/cart-reminder.yaml",
                "Still yours, {{ customer.firstName }}",
                "a \\\"b\\\" {{ x"));
        list.add(change(
                "a condition misspelt, and two at once",
                "journeys/abandoned-cart.yaml",
                "steps:",
                "when: {all: [{evnt: Order Completed, within: 3d}, {trait: a, event: b}]}\nsteps:"));
        list.add(add("a definition twice", "journeys/copy.yaml", Workspaces.text("journeys/abandoned-cart.yaml")));
        list.add(add("a folder misspelt", "segment/x.yaml", "segment: x\n"));
        list.add(add("an empty file", "segments/x.yaml", "# nothing yet\n"));
        list.add(add("two definitions in a file", "topics/two.yaml", "topic: a\ndefault: opt-in\n---\ntopic: b\n"));
        for (var each : MISTAKES_IN_CONDITIONS) {
            list.add(add(
                    each.getKey(),
                    "segments/vips.yaml",
                    "segment: vips\nwhen: " + each.getValue().strip().replace("\n", "\n  ") + "\n"));
        }
        list.addAll(mistakesAcrossFiles());
        return list;
    }

    private static List<Mistake> mistakesInContact() {
        return List.of(
                inWorkspace("quiet hours of nothing", "quietHours: {}"),
                inWorkspace("quiet hours that are none", "quietHours: {from: \"08:00\", to: \"08:00\"}"),
                inWorkspace("quiet hours on another clock", "quietHours: {from: 9pm, to: \"24:00\"}"),
                inWorkspace("a cap without a window", "frequencyCaps: [{purpose: marketing, max: 3}]"),
                inWorkspace(
                        "a cap of nothing, too long, of what there is not",
                        "frequencyCaps: [{max: 0, within: 2y, topic: nws, channel: mail, purpose: ads}]"),
                inWorkspace("retention of what there is not", "retention: {histroy: 90d, content: 12h}"),
                inWorkspace("retention that is none", "retention: {history: 90, messages: never, content: 200y}"),
                inWorkspace("a cap for years", "frequencyCaps: [{max: 3, within: 800d}]"),
                change(
                        "a message that expires at once",
                        "messages/cart-reminder.yaml",
                        "topic:",
                        "expires: 0s\ntopic:"),
                change("a priority out of range", "messages/cart-reminder.yaml", "topic:", "priority: 101\ntopic:"));
    }

    private static List<Mistake> mistakesInSteps() {
        return List.of(
                firstStep("a wait for ever", "wait: {until: {event: Order Shipped}}"),
                firstStep("a wait of no time", "wait: {until: {event: Order Shipped}, atMost: 0s}"),
                firstStep(
                        "a wait for a condition on events, not in all",
                        "wait: {until: {event: A, within: 3d}, atMost: 2d}"),
                firstStep(
                        "a wait for a condition with a mistake",
                        "wait: {until: {trait: plan, inn: [pro]}, atMost: 2d}"),
                firstStep("a branch that leads nowhere", "if: {trait: plan, in: [pro]}"),
                firstStep("a branch on nothing", "if: pro\n    then: [{send: cart-reminder}]"),
                firstStep(
                        "a branch with a mistake in it",
                        "if: {event: A}\n    then: [{send: card-reminder}, {wait: 2x}]"),
                firstStep("ways without a branch", "wait: 1h\n    then: [{wait: 1h}]"),
                firstStep("a wait for a time that is none", "wait: {until: 9am}"),
                firstStep("a wait for a time, at most so long", "wait: {until: \"09:00\", atMost: 2d}"),
                firstStep("a wait for a day that is none", "wait: {until: \"09:00\", days: [monday]}"),
                firstStep("a split one way", "split: {a: {weight: 1}}"),
                firstStep("a split without weights", "split: {a: {steps: [{wait: 1h}]}, b: {weight: -1}}"),
                firstStep("a split that leads nobody anywhere", "split: {a: {weight: 0}, b: {weight: 0}}"),
                firstStep("a trait set to nothing that can be", "set: {plan: {evnt: a}}"),
                firstStep("no trait set", "set: {}"),
                firstStep("a journey started that is none", "start: abandoned-card"),
                firstStep("a journey that starts itself", "start: abandoned-cart"),
                firstStep("a journey stopped that is none", "stop: welcome"),
                firstStep("a webhook told that is none", "webhook: crm"),
                firstStep("a webhook told without a name", "webhook: {body: '{{ a', atMost: 0s}"));
    }

    private static Mistake firstStep(String what, String step) {
        return change(what, "journeys/abandoned-cart.yaml", "wait: 1h", step);
    }

    private static Mistake inWorkspace(String what, String line) {
        return change(what, "workspace.yaml", "workspace:", line + "\nworkspace:");
    }

    private static final List<Map.Entry<String, String>> MISTAKES_IN_CONDITIONS = List.of(
            Map.entry("a regular expression that is none", "{trait: sku, matches: 'A(1'}"),
            Map.entry("a regular expression that repeats too much", "{trait: sku, matches: '((a{99}){99}){99}'}"),
            Map.entry("a test misspelt", "{trait: age, atleast: 18}"),
            Map.entry("between, the wrong way round", "{trait: age, between: [65, 18]}"),
            Map.entry("between a number and a date", "{trait: age, between: [1, 2026-01-01]}"),
            Map.entry("between of one", "{trait: age, between: [1]}"),
            Map.entry("a date that is none", "{trait: born, before: 31.12.2026}"),
            Map.entry("a length of no time", "{trait: born, withinLast: 0s}"),
            Map.entry("an anniversary of no day", "{trait: born, anniversary: tomorrow}"),
            Map.entry("an anniversary in hours", "{trait: born, anniversary: {within: 36h}}"),
            Map.entry("not with nothing in it", "{trait: plan, not: {startswith: free}}"),
            Map.entry("a measure without a test", "{event: Order Completed, sum: {of: total}}"),
            Map.entry("a measure without a property", "{event: Order Completed, sum: {atLeast: 3}}"),
            Map.entry("two measures", "{event: Order Completed, sum: {of: a, atLeast: 3}, count: {atLeast: 3}}"),
            Map.entry("a count that cannot be", "{event: Order Completed, count: {atLeast: 5, atMost: 3}}"),
            Map.entry("a count both ways", "{event: Order Completed, count: {exactly: 5, atMost: 3}}"),
            Map.entry("a count of a half", "{event: Order Completed, count: {atLeast: 1.5}}"),
            Map.entry("a count between", "{event: Order Completed, count: {between: [5, 2]}}"),
            Map.entry("more values than are told apart", "{event: Seen, distinct: {of: sku, atLeast: 1001}}"),
            Map.entry("two windows", "{event: Order Completed, within: 30d, during: today}"),
            Map.entry("a period that is none", "{event: Order Completed, during: this fortnight}"),
            Map.entry("periods the wrong way round", "{event: Order Completed, during: {months: [-1, -3]}}"),
            Map.entry("periods to come", "{event: Order Completed, during: {months: [0, 1]}}"),
            Map.entry("periods misspelt", "{event: Order Completed, during: {month: [-1, 0]}}"),
            Map.entry("a range that ends first", "{event: Order Completed, from: 2026-03-01, until: 2026-02-01}"),
            Map.entry("items without a list", "{event: Order Completed, items: {where: {property: sku, equals: 1}}}"),
            Map.entry("a sequence of one", "{sequence: [{event: a}]}"),
            Map.entry("a first step that is too early", "{sequence: [{event: a, within: 1h}, {event: b}]}"),
            Map.entry("steps of nothing", "{sequence: [{evnt: a}, {where: {property: b, equals: c}}]}"),
            Map.entry("a step with an empty without", "{sequence: [{event: a}, {event: b, without: []}]}"),
            Map.entry(
                    "an unknown topic to stand to",
                    "{subscription: {channel: email, topic: reminder, is: subscribed}}"),
            Map.entry("an unknown standing", "{subscription: {channel: mail, topic: reminders, is: maybe}}"),
            Map.entry("a channel misspelt", "{reachable: emial}"),
            Map.entry("an unknown message that was sent", "{message: cart-reminders, was: sent}"),
            Map.entry("a message that was nothing", "{message: cart-reminder, was: opened}"),
            Map.entry("a message without a word", "{message: any}"),
            Map.entry("an unknown journey", "{journey: abandonedcart, is: active}"),
            Map.entry("a journey in a state that is none", "{journey: abandoned-cart, is: completed}"),
            Map.entry("an unknown role", "{role: byer}"),
            Map.entry("a role like no other", "{role: vet}"),
            Map.entry("a bucket of nobody", "{bucket: {name: exp1, from: 50, to: 50}}"),
            Map.entry("a bucket past the end", "{bucket: {name: exp1, to: 101}}"),
            Map.entry("an unknown segment", "{segment: vip}"),
            Map.entry("a segment of itself", "{all: [{segment: vips}]}"));

    private static List<Mistake> webhooks() {
        String hook = Workspaces.HOOK;
        String path = "channels/hook.yaml";
        return List.of(
                add("a webhook without its keys", path, "channel: webhook\nprovider: webhook\n"),
                add("a webhook's secret in the file", path, hook.replace("${env:HOOK_KEY}", Workspaces.HOOK_KEY)),
                add("a webhook's secret that is none", path, hook.replace("HOOK_KEY", "MAIL_PASSWORD")),
                add("a webhook to another protocol", path, hook.replace("https:", "ftp:")),
                add("a webhook that is not protected", path, hook.replace("https:", "http:")),
                add("a webhook to nowhere", path, hook.replace("hooks.example.com", "")),
                add(
                        "a private range that is none",
                        path,
                        hook + "allowPrivate: [10.0.0.0/8, 10.0.0.1/8, 10.0.0.0/33]\n"),
                add("a webhook that waits too long", path, hook + "timeout: 11s\n"),
                add(
                        "a fact misspelt",
                        "webhooks/crm.yaml",
                        Workspaces.SUBSCRIPTION.replace("message.sent", "message.send")),
                add("no facts", "webhooks/crm.yaml", Workspaces.SUBSCRIPTION.replaceAll("facts: .*", "facts: []")),
                add("texts by webhook", path, hook.replace("channel: webhook", "channel: sms")),
                add("a webhook by mail", path, "channel: webhook\nprovider: smtp\nhost: x\nfrom: a@b.example\n"));
    }

    private static List<Mistake> mistakesAcrossFiles() {
        var list = new ArrayList<Mistake>();
        list.add(addAll(
                "segments in a circle",
                Map.of(
                        "segments/a.yaml", "segment: a\nwhen: {segment: b}\n",
                        "segments/b.yaml", "segment: b\nwhen: {any: [{event: x}, {role: fan}]}\n",
                        "workspace.yaml", Workspaces.text("workspace.yaml") + "roles:\n  fan: {not: {segment: a}}\n")));
        list.add(addAll(
                "a segment that is wrong, and one that speaks of it",
                Map.of(
                        "segments/a.yaml", "segment: a\nwhen: {event: x, within: 3 days}\n",
                        "segments/b.yaml", "segment: b\nwhen: {segment: a}\n")));
        list.add(addAll(
                "a computed trait with several mistakes",
                Map.of(
                        "traits/a.yaml",
                        "trait: a-b\nevent: Order Completed\nsum: {of: total, atLeast: 3}\nwithn: 3d\n",
                        "traits/b.yaml",
                        "trait: b\ncount: {}\n")));
        list.add(addAll(
                "a date of a computed trait",
                Map.of(
                        "traits/a.yaml", "trait: a\nevent: x\n",
                        "segments/b.yaml", "segment: b\nwhen: {trait: a, withinLast: 3d}\n")));
        list.add(add(
                "a message called any",
                "messages/any.yaml",
                Workspaces.text("messages/cart-reminder.yaml").replace("message: cart-reminder", "message: any")));
        list.add(addAll(
                "segments that grow with each other", growing(12, "any: [" + "{segment: %s}, ".repeat(3) + "]")));
        list.add(addAll("segments that nest too deep", growing(52, "not: {segment: %s}")));
        return list;
    }

    /** Each segment speaks of the one before it. */
    private static SortedMap<String, String> growing(int count, String form) {
        var files = new TreeMap<String, String>();
        files.put("segments/s00.yaml", "segment: s00\nwhen: {event: x}\n");
        for (int i = 1; i < count; i++) {
            String when = form.replace("%s", "s%02d".formatted(i - 1)).replace(", ]", "]");
            files.put("segments/s%02d.yaml".formatted(i), "segment: s%02d\nwhen: {%s}\n".formatted(i, when));
        }
        return files;
    }

    private static Mistake addAll(String what, Map<String, String> texts) {
        var files = new TreeMap<>(Workspaces.SMALLEST);
        files.putAll(texts);
        return new Mistake(what, files);
    }

    private static Mistake change(String what, String path, String from, String to) {
        String text = Workspaces.text(path);
        assertThat(text).contains(from);
        return new Mistake(what, Workspaces.with(path, text.replace(from, to)));
    }

    private static Mistake add(String what, String path, String text) {
        return new Mistake(what, new TreeMap<>(Workspaces.with(path, text)));
    }
}
