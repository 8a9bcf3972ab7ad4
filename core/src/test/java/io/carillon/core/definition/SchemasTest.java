package io.carillon.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schemas that editors use and the reader agree, as far as a schema can see. */
class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    @Test
    void theSmallestWorkspaceIsValid() {
        Workspaces.SMALLEST.forEach(
                (path, text) -> assertThat(errors(path, text)).as(path).isEmpty());
    }

    @Test
    void everyFormOfAConditionIsValid() throws IOException {
        for (String line : Golden.read("conditions.txt").split("\n", -1)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("    ")) continue;

            assertThat(errors("segments/x.yaml", "segment: x\nwhen: " + line + "\n"))
                    .as(line)
                    .isEmpty();
        }
    }

    @Test
    void otherDefinitionsThatTheReaderTakesAreValid() {
        String identity = "country: DE\nidentity: {limits: {email: 5, device: [10, {max: 3, within: 1d}]},"
                + " junk: {values: [x], patterns: ['^t'], roleAddresses: [info]}}\n";
        String contact = "quietHours: {from: \"21:00\", to: \"08:00\"}\nfrequencyCaps: [{purpose: marketing, max: 3,"
                + " within: 7d, channel: sms, topic: reminders}]\n";
        String retention = "retention: {history: 3y, messages: 400d, content: forever}\n";
        for (var file : Map.of(
                        "workspace.yaml",
                        Workspaces.text("workspace.yaml") + "triggerMaxAge: 2h\nroles: {fan: {event: x}}\n" + identity
                                + contact + retention,
                        "webhooks/crm.yaml",
                        Workspaces.SUBSCRIPTION,
                        "channels/hook.yaml",
                        Workspaces.HOOK.replace("${env:HOOK_KEY}", "[\"${env:HOOK_KEY}\", \"${env:HOOK_KEY_2}\"]")
                                + "allowPrivate: [10.0.0.0/8, '::1']\ntimeout: 5s\nconnections: 4\n",
                        "channels/sms.yaml",
                        "channel: sms\nprovider: sandbox\nid: sms1\n",
                        "traits/a.yaml",
                        "trait: a\nname: A\nmessage: any\nwas: sent\ndistinct: {of: message}\nwithin: 3d\n",
                        "journeys/full.yaml",
                        """
                        journey: full
                        trigger: {event: a, where: [{property: price, greaterThan: 10}], key: cart_id}
                        when: {trait: vip, equals: true}
                        exit: {event: b}
                        reentry: {after: 30d}
                        restart: true
                        steps:
                          - {id: pause, wait: 90m}
                          - wait: {until: {event: Shipped, key: cart_id}, atMost: 2d}
                          - wait: {until: {trait: vip, equals: true}, atMost: 2d}
                          - wait: {until: "09:00", days: [mon, tue]}
                          - wait: {until: "18:30", days: sun}
                          - split: {a: {weight: 1, steps: [{wait: 1h}]}, b: {weight: 2}, c: {weight: 0}}
                          - set: {plan: pro, vip: true, points: 3, old: null, tags: [a, b], sku: {event: sku}}
                          - start: abandoned-cart
                          - stop: full
                          - if: {event: b, within: 3d}
                            then: [{send: cart-reminder}]
                            else: [{wait: 1h}, {if: {trait: vip, equals: true}, else: [{wait: 1h}]}]
                        """,
                        "messages/cart-reminder.yaml",
                        Workspaces.text("messages/cart-reminder.yaml") + "expires: 3h\npriority: -5\n")
                .entrySet()) {
            assertThat(Workspaces.read(Workspaces.with(file.getKey(), file.getValue())))
                    .isInstanceOf(Outcome.Valid.class);
            assertThat(errors(file.getKey(), file.getValue())).as(file.getKey()).isEmpty();
        }
    }

    /** {@code beyond-schemas.txt} lists the mistakes that only the reader finds. */
    @Test
    void whatTheReaderRefusesASchemaRefusesWhereItCanSeeIt() throws IOException {
        var unseen = new ArrayList<String>();
        for (ProblemTextsTest.Mistake mistake : ProblemTextsTest.mistakes()) {
            boolean isRefused = mistake.files().entrySet().stream()
                    .filter(file -> !file.getValue().equals(Workspaces.SMALLEST.get(file.getKey())))
                    .anyMatch(file -> !errors(file.getKey(), file.getValue()).isEmpty());
            if (!isRefused) unseen.add(mistake.what());
        }

        String text = String.join("\n", unseen) + "\n";
        assertThat(text).isEqualTo(Golden.of("beyond-schemas.txt", text));
    }

    private List<String> errors(String path, String text) {
        String kind = path.equals("workspace.yaml") ? "workspace" : path.substring(0, path.indexOf('/'));
        if (kind.equals("segment")) return List.of("there is no such kind");
        try {
            return schemas.computeIfAbsent(kind, SchemasTest::schema).validate(text, InputFormat.YAML).stream()
                    .map(Error::toString)
                    .toList();
        } catch (RuntimeException e) { // it is not YAML
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static Schema schema(String kind) {
        try (InputStream in = WorkspaceReader.class.getResourceAsStream("schemas.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("KIND", kind);
            return REGISTRY.getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
