package io.carillon.server;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Cleansers;
import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cleanse",
        description = {
            "Brings values into one form: reads one a line, prints one line of JSON for each.",
            "Needs no server and no data folder. A value that cannot be used is an answer, not a failure."
        },
        mixinStandardHelpOptions = true)
final class CleanseCommand implements Callable<Integer> {
    private static final int ANSWERS_LENGTH_MAX = 1 << 16;

    private final Streams streams;
    private final InputStream in;

    @Parameters(paramLabel = "KIND", description = "what the values are: name, email, phone, date, address …")
    private String kind = "";

    @Option(
            names = "--default-country",
            paramLabel = "CC",
            description = "whose phone numbers, addresses and regions are meant when a value does not say so")
    private Optional<String> country = Optional.empty();

    @Option(
            names = "--order",
            paramLabel = "dmy|mdy|ymd",
            description = "how dates are read that can be read in two ways")
    private Optional<DateOrder> order = Optional.empty();

    CleanseCommand(Streams streams, InputStream in) {
        this.streams = streams;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Kind> known = Kind.ofWord(kind.toLowerCase(Locale.ROOT));
        if (known.isEmpty()) {
            String kinds = Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(", "));
            streams.err().println("cleanse: \"%s\" is no kind of field; expected one of %s".formatted(kind, kinds));
            return 2;
        }
        var hints = new Hints(country.map(code -> code.strip().toUpperCase(Locale.ROOT)), order);
        cleanse(Cleansers.of(known.get()), hints);
        return 0;
    }

    /** Answers are handed on together while more lines have come, and at once when the next must be waited for. */
    private void cleanse(Cleanser cleanser, Hints hints) throws IOException {
        var lines = new ValueLines(in);
        var answers = new StringBuilder();
        while (true) {
            if (lines.wouldWait() || answers.length() > ANSWERS_LENGTH_MAX) {
                streams.out().print(answers);
                streams.out().flush();
                answers.setLength(0);
            }
            switch (lines.next()) {
                case ValueLines.Line.End() -> {
                    streams.out().print(answers);
                    streams.out().flush();
                    return;
                }
                case ValueLines.Line.TooLong(var beginning) ->
                    answers.append(answer(Cleansed.invalid(
                            beginning, "a line longer than %d bytes".formatted(ValueLines.BYTES_MAX))));
                case ValueLines.Line.Of(var text) -> answers.append(answer(cleanser.cleanse(text, hints)));
            }
        }
    }

    private static String answer(Cleansed cleansed) {
        return Json.write(cleansed.toValue()) + "\n";
    }
}
