package io.carillon.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shop's definitions, as files: packed with the server, laid out in a folder to look at and to change. */
public final class DemoWorkspace {
    private static final List<String> FILES = List.of(
            "workspace.yaml",
            "sources/site.yaml",
            "sources/warehouse.yaml",
            "topics/reminders.yaml",
            "topics/offers.yaml",
            "channels/mail.yaml",
            "channels/sms.yaml",
            "channels/push.yaml",
            "messages/cart-reminder.yaml",
            "messages/cart-last-call.yaml",
            "messages/order-thanks.yaml",
            "messages/order-shipped.yaml",
            "messages/second-order.yaml",
            "messages/we-miss-you.yaml",
            "messages/last-hello.yaml",
            "traits/spent.yaml",
            "traits/orders.yaml",
            "segments/everybody.yaml",
            "segments/new-customers.yaml",
            "segments/repeat-buyers.yaml",
            "segments/big-spenders.yaml",
            "segments/lapsing.yaml",
            "segments/abroad.yaml",
            "segments/just-looking.yaml",
            "segments/cart-left.yaml",
            "journeys/abandoned-cart.yaml",
            "journeys/post-purchase.yaml",
            "journeys/win-back.yaml");
    private static final String PORT_LINE = "(?m)^port: .*$";

    private DemoWorkspace() {}

    /**
     * Writes the files, but for those that are there: somebody may have changed them. The mail channel always gets the
     * port of this run.
     *
     * @param mailPort where the demo's own mail server listens
     */
    public static void layOut(Path folder, int mailPort) throws IOException {
        for (String file : FILES) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            if (!Files.exists(path)) Files.writeString(path, text("workspace/" + file));
        }
        Path mail = folder.resolve("channels/mail.yaml");
        Files.writeString(mail, Files.readString(mail).replaceFirst(PORT_LINE, "port: " + mailPort));
    }

    /** A file packed beside this class. */
    static String text(String name) throws IOException {
        try (InputStream in = DemoWorkspace.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException("the build lost " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
