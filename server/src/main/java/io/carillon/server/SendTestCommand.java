package io.carillon.server;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import io.carillon.server.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "send-test",
        description = "Really sends a published message, as one customer would get it, to an address of your own. It is"
                + " marked as a test, and counts for nobody.",
        mixinStandardHelpOptions = true)
final class SendTestCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "MESSAGE", description = "the message's name")
    private String message = "";

    @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "where it goes")
    private String to = "";

    @Option(
            names = "--as",
            required = true,
            paramLabel = "CUSTOMER",
            description = "whose data it shows: an identifier, e.g. user:42 or email:jane@x.org, or a customer's id")
    private String as = "";

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            description = "e.g. email (default: the message's first that takes the address)")
    private String channel = "";

    @Option(
            names = "--event",
            paramLabel = "JSON",
            description = "properties of the event that it is about (default: the customer's latest that leads to it)")
    private String event = "";

    SendTestCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ApiClient client = options.client();
        var body = new LinkedHashMap<String, Value>();
        body.put("message", Value.of(message));
        body.put("to", Value.of(to));
        body.put("as", Value.of(as));
        if (!channel.isBlank()) body.put("channel", Value.of(channel));
        if (!event.isBlank()) {
            switch (JsonReader.read(Bytes.utf8(event))) {
                case JsonReader.Parsed.Bad(var why, var _) -> {
                    return failed("--event: " + why);
                }
                case JsonReader.Parsed.Tree tree -> body.put("event", tree.root());
            }
        }
        return switch (client.post("/api/send-test", new Value.Fields(body))) {
            case ApiClient.Outcome.Failed(var why) -> failed(why);
            case ApiClient.Outcome.Refused refused -> failed(refused.message());
            case ApiClient.Outcome.Done(var done) -> show(done);
        };
    }

    private int show(Value.Fields done) {
        String outcome = done.text("outcome").orElse("");
        String detail = done.text("detail").orElse("");
        List<Value> missing =
                done.get("missing").orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items) ? items : List.of();
        for (Value path : missing) {
            if (path instanceof Value.Text(var text)) streams.out().println("missing: " + text);
        }
        if (!outcome.equals("accepted")) return failed(outcome.replace('_', ' ') + ": " + detail);
        streams.out()
                .println("sent to %s by %s: %s"
                        .formatted(
                                done.text("to").orElse(""), done.text("channel").orElse(""), detail));
        return 0;
    }

    private int failed(String why) {
        streams.err().println("send-test: " + why);
        return 1;
    }
}
