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
            "topics/reminders.yaml",
            "topics/news.yaml",
            "channels/mail.yaml",
            "messages/cart-reminder.yaml",
            "messages/order-thanks.yaml",
            "messages/welcome.yaml",
            "segments/browsing-now.yaml",
            "segments/cart-left.yaml",
            "segments/buyers.yaml",
            "segments/big-orders.yaml",
            "segments/known.yaml",
            "journeys/abandoned-cart.yaml",
            "journeys/thank-you.yaml",
            "journeys/welcome.yaml");
    private static final String PORT_LINE = "(?m)^port: .*$";

    private DemoWorkspace() {}

    /**
     * Writes the files.
     *
     * @param mailPort where the demo's own mail server listens
     */
    public static void layOut(Path folder, int mailPort) throws IOException {
        for (String file : FILES) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            String text = text("workspace/" + file);
            boolean isMail = file.startsWith("channels/");
            Files.writeString(path, isMail ? text.replaceFirst(PORT_LINE, "port: " + mailPort) : text);
        }
    }

    /** A file packed beside this class. */
    static String text(String name) throws IOException {
        try (InputStream in = DemoWorkspace.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException("the build lost " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
