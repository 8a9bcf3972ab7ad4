package io.carillon.server.chromium;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One page of the browser. */
public final class Tab {
    private final DevTools tools;
    private final String target;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    /** URLs of the pages that were loaded and not waited for yet. */
    private final LinkedBlockingQueue<String> loads = new LinkedBlockingQueue<>();

    private volatile String page = "";

    Tab(DevTools tools) {
        this.tools = tools;
        target = tools.ask("", "Target.createTarget", DevTools.fields().put("url", "about:blank"))
                .path("targetId")
                .asString();
        session = tools.ask(
                        "",
                        "Target.attachToTarget",
                        DevTools.fields().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asString();
        tools.listen((of, notice) -> {
            if (of.equals(session)) take(notice);
        });
        for (String domain : List.of("Network", "Page", "Runtime", "Log")) {
            tools.ask(session, domain + ".enable", DevTools.fields());
        }
    }

    private void take(JsonNode notice) {
        JsonNode said = notice.path("params");
        switch (notice.path("method").asString()) {
            case "Network.requestWillBeSent" ->
                requests.add(said.path("request").path("url").asString());
            case "Page.frameNavigated" -> {
                if (!said.path("frame").has("parentId"))
                    page = said.path("frame").path("url").asString();
            }
            case "Page.loadEventFired" -> loads.add(page);
            case "Runtime.exceptionThrown" ->
                complaints.add(said.path("exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (said.path("entry").path("level").asString().equals("error"))
                    complaints.add(said.path("entry").path("text").asString() + " "
                            + said.path("entry").path("url").asString());
            }
            case "Runtime.consoleAPICalled" -> {
                if (said.path("type").asString().equals("error"))
                    complaints.add(said.path("args").toString());
            }
            default -> {
                // Much else is told that no test asks for.
            }
        }
    }

    /** Goes there; returns once the page and what it has in it are loaded. */
    public Tab go(String url) {
        tools.ask(session, "Page.navigate", DevTools.fields().put("url", url));
        return awaitLoad(url);
    }

    /** Until the page that is on its way is there. */
    public Tab awaitLoad(String url) {
        long until = System.nanoTime() + DevTools.PATIENCE.toNanos();
        try {
            while (true) {
                String loaded = loads.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (loaded == null) throw new AssertionError(url + " was never loaded; asked for: " + requests);
                if (loaded.equals(url)) return this;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of an expression, of a promise once it is kept. */
    public JsonNode value(String expression) {
        JsonNode answer = tools.ask(
                session,
                "Runtime.evaluate",
                DevTools.fields()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.has("exceptionDetails")) throw new AssertionError(expression + ": " + answer);
        return answer.path("result").path("value");
    }

    /** As if the cable were pulled, or put back. */
    public void offline(boolean isOff) {
        tools.ask(
                session,
                "Network.emulateNetworkConditions",
                DevTools.fields()
                        .put("offline", isOff)
                        .put("latency", 0)
                        .put("downloadThroughput", -1)
                        .put("uploadThroughput", -1));
    }

    /** As wide and high as the screen of some device, in CSS pixels. */
    public void size(int width, int height) {
        tools.ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                DevTools.fields()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** As if whoever looks preferred dark colours, or light ones. */
    public void dark(boolean isDark) {
        var fields = DevTools.fields();
        fields.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", isDark ? "dark" : "light");
        tools.ask(session, "Emulation.setEmulatedMedia", fields);
    }

    /** The URLs that pages in it asked for, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What went wrong in its pages, as the console has it. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    public void close() {
        tools.ask("", "Target.closeTarget", DevTools.fields().put("targetId", target));
    }
}
