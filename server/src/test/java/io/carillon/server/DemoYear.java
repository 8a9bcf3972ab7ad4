package io.carillon.server;

import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.demo.Demo;
import io.carillon.server.demo.DemoWorkspace;
import io.carillon.server.demo.retail.Act;
import io.carillon.server.demo.retail.Retail;
import io.carillon.server.demo.retail.Script;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some days of the demo's year, done as fast as the machine can, and what the server's API says afterwards.
 *
 * @param acts what was to happen, in order of time
 * @param messages all that the server decided on, as {@code /api/messages} has them
 * @param unsubscribers who used the link in a mail
 */
record DemoYear(
        List<Act> acts, Demo.Result result, List<Value.Fields> messages, Set<String> unsubscribers, ApiClient api) {
    private static final long SEED = 1;
    private static final double FASTEST = 1_000_000;

    interface Look {
        void at(DemoYear year);
    }

    static void of(int days, Path folder, Look look) throws IOException, InterruptedException {
        Instant until = Retail.START.plus(Duration.ofDays(days));
        var plan = new Demo.Plan(Retail.START, until, FASTEST, SEED, "demo");
        try (Demo demo = Demo.prepare(plan)) {
            DemoWorkspace.layOut(folder.resolve("workspace"), demo.mailPort());
            var flags = Map.of(
                    Setting.PORT, "0",
                    Setting.DATA, folder.resolve("data").toString(),
                    Setting.WORKSPACE, folder.resolve("workspace").toString());
            var read = (SettingsReader.Outcome.Ready) SettingsReader.read(flags, Map.of(), Optional.empty());
            var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            try (Serve serving = Serve.start(
                    read.settings(),
                    Map.of("CARILLON_API_TOKEN", "demo"),
                    nowhere,
                    demo.clock().time(),
                    demo::addTo)) {
                URI server = URI.create("http://127.0.0.1:" + serving.port());
                Demo.Result result = demo.run(server, nowhere, _ -> {});
                var api = new ApiClient(server, "demo");
                List<Act> acts = Script.of(Retail.read(), SEED).stream()
                        .filter(act -> !act.at().isAfter(until))
                        .toList();
                look.at(new DemoYear(acts, result, all(api, "/api/messages"), demo.unsubscribers(), api));
            }
        }
    }

    /** Of a list, from its first page to the last. */
    static List<Value.Fields> all(ApiClient api, String path) {
        var all = new ArrayList<Value.Fields>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String cursor = next.get().isEmpty() ? "" : "&cursor=" + next.get();
            Value.Fields page = get(api, path + "?limit=200" + cursor);
            if (page.get("items").orElseThrow() instanceof Value.Items(var items)) {
                items.forEach(item -> all.add((Value.Fields) item));
            }
            next = page.text("next");
        }
        return all;
    }

    static Value.Fields get(ApiClient api, String path) {
        return switch (api.get(path)) {
            case ApiClient.Outcome.Done(var body) -> body;
            case ApiClient.Outcome.Refused refused -> throw new AssertionError(path + ": " + refused.message());
            case ApiClient.Outcome.Failed(var why) -> throw new AssertionError(path + ": " + why);
        };
    }

    List<Value.Fields> messages(String name, String status) {
        return messages.stream()
                .filter(row -> row.text("message").orElse("").equals(name))
                .filter(row -> row.text("status").orElse("").equals(status))
                .toList();
    }

    <T extends Act> List<T> acts(Class<T> type) {
        return acts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Value.Fields customer(String shopper) {
        return get(api, "/api/customers?identifier=user:" + shopper);
    }
}
