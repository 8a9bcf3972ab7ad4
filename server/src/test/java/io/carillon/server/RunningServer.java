package io.carillon.server;

import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The wired server in this process, with real HTTP, a workspace of its own and an SMTP server that takes its mails. */
final class RunningServer implements AutoCloseable {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "SITE_KEY", ShopFolder.WRITE_KEY, "CARILLON_API_TOKEN", ShopClient.TOKEN, "HOOK_KEY", WebhookReceiver.KEY);

    final SmtpSink sink = SmtpSink.start();
    final ShopFolder shop;
    private Path data;
    private final Map<Setting, String> settings;
    private Serve serve;
    private final int port;
    ShopClient client;

    private RunningServer(Path folder, String wait, Map<Setting, String> settings) {
        this.settings = settings;
        shop = ShopFolder.in(folder.resolve("workspace"), sink.port(), wait);
        data = folder.resolve("data");
        serve = serve(0, Optional.of(shop.path()));
        port = serve.port();
        client = new ShopClient(port);
    }

    /** @param folder empty; gets the workspace and the data */
    static RunningServer in(Path folder, String wait) {
        return in(folder, wait, Map.of());
    }

    static RunningServer in(Path folder, String wait, Map<Setting, String> settings) {
        return new RunningServer(folder, wait, settings);
    }

    private Serve serve(int port, Optional<Path> workspace) {
        var flags = new EnumMap<Setting, String>(Setting.class);
        flags.putAll(settings);
        flags.put(Setting.PORT, Integer.toString(port));
        flags.put(Setting.DATA, data.toString());
        workspace.ifPresent(path -> flags.put(Setting.WORKSPACE, path.toString()));
        return switch (SettingsReader.read(flags, Map.of(), Optional.empty())) {
            case SettingsReader.Outcome.Wrong(var problems) -> throw new AssertionError(problems);
            case SettingsReader.Outcome.Ready(var checked) -> {
                try {
                    yield Serve.start(
                            checked,
                            ENVIRONMENT,
                            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Stops in order; starts on the same data and the same port. */
    void restart() {
        restart(Optional.of(shop.path()));
    }

    void restartWithoutWorkspace() {
        restart(Optional.empty());
    }

    /** Stops in order; starts on other data and the same port. */
    void restartOn(Path otherData) {
        data = otherData;
        restart();
    }

    Path data() {
        return data;
    }

    /** In order; what starts it again is a restart. */
    void stop() {
        client.close();
        serve.close();
    }

    private void restart(Optional<Path> workspace) {
        stop();
        serve = serve(port, workspace);
        client = new ShopClient(port);
    }

    /** Waits until so many mails were taken, ever. */
    void awaitMails(long count) {
        if (!sink.awaitCount(count, Eventually.PATIENCE)) {
            throw new AssertionError(
                    "%d mails of %d; messages: %s".formatted(sink.count(), count, client.get("/api/messages")));
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        client.close();
        serve.close();
        sink.close();
    }
}
