package io.carillon.channels.email;

import io.carillon.channels.email.SmtpSettings.Security;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints how many mails a second a provider hands to a sink in the same process. Arguments: mails a round, connections. */
final class SmtpThroughput {
    private static final int ROUNDS = 6;

    private SmtpThroughput() {}

    public static void main(String[] arguments) {
        int mails = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        PrintStream out = System.out;
        String html = "<p>Hello Zoë, your bike is waiting.</p>\n".repeat(60);
        String text = "Hello Zoë, your bike is waiting.\n".repeat(20);
        try (var sink = SmtpSink.start(SmtpSink.Settings.DEFAULT.withMailsKept(100))) {
            var settings = SmtpSettings.of(sink.host(), sink.port(), Security.NONE, Mails.FROM)
                    .withConnectionsMax(connections);
            try (var provider = new SmtpProvider(settings)) {
                for (int round = 0; round < ROUNDS; round++) {
                    out.printf("written only: %,d mails/s%n", (long) written(mails, html, text));
                    out.printf("handed over:  %,d mails/s%n", (long) sent(provider, mails, round, html, text));
                }
            }
        }
    }

    private static double written(int mails, String html, String text) {
        var writer = new MailWriter(Sender.of(Mails.FROM));
        long start = System.nanoTime();
        long bytes = 0;
        for (int i = 0; i < mails; i++) {
            if (writer.write(mail("d" + i, html, text)) instanceof Letter.Written letter)
                bytes += letter.bytes().size();
        }
        if (bytes == 0) throw new IllegalStateException("nothing written");
        return mails * 1e9 / (System.nanoTime() - start);
    }

    private static double sent(SmtpProvider provider, int mails, int round, String html, String text) {
        var taken = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new AtomicInteger();
            for (int worker = 0; worker < 64; worker++) {
                threads.execute(() -> {
                    for (int i = next.getAndIncrement(); i < mails; i = next.getAndIncrement()) {
                        var outcome = provider.send(mail("r" + round + "-" + i, html, text));
                        if (outcome instanceof Accepted) taken.incrementAndGet();
                    }
                });
            }
        }
        if (taken.get() != mails) throw new IllegalStateException("only " + taken + " accepted");
        return mails * 1e9 / (System.nanoTime() - start);
    }

    private static Outgoing mail(String id, String html, String text) {
        return Mails.mail(id, "ada@example.org", "Still yours, Zoë", html, text);
    }
}
