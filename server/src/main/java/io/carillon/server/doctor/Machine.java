package io.carillon.server.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import io.carillon.core.value.Value;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.Sourced;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings, and the machine they meet. */
public final class Machine {
    private static final String SETTINGS = "settings";
    private static final String MACHINE = "machine";
    private static final long HEAP_MIN = 256L << 20;
    private static final long FILES_MIN = 4_096;

    private Machine() {}

    /**
     * Each setting, and where it comes from.
     *
     * @param environment of the process that uses them; of its secrets only that they are there
     */
    public static void settings(Settings settings, Map<String, String> environment, Diagnosis diagnosis) {
        for (Setting setting : Setting.values()) {
            Sourced<String> sourced = settings.origins().get(setting);
            String text = sourced == null ? "" : sourced.value();
            String from = sourced == null ? "not set" : sourced.place();
            var value = new LinkedHashMap<String, Value>();
            value.put("value", Value.of(text));
            value.put("from", Value.of(from));
            String shown = text.isEmpty()
                    ? "(%s)".formatted(from.equals("default") ? "none by default" : from)
                    : "%s (%s)".formatted(text, from);
            diagnosis.note(SETTINGS, setting.key(), new Value.Fields(value), shown);
        }
        boolean isGiven = !environment.getOrDefault("CARILLON_API_TOKEN", "").isEmpty();
        diagnosis.note(SETTINGS, "API token", isGiven ? "set (CARILLON_API_TOKEN)" : "kept in the data folder");
    }

    /**
     * What it runs on.
     *
     * @param version of this Carillon
     */
    public static void machine(String version, Instant now, Diagnosis diagnosis) {
        Runtime runtime = Runtime.getRuntime();
        diagnosis.note(MACHINE, "carillon", version);
        diagnosis.note(MACHINE, "java", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown"));
        timeZones(now, diagnosis);
        diagnosis.note(MACHINE, "processors", runtime.availableProcessors());
        long heap = runtime.maxMemory();
        diagnosis.note(MACHINE, "heap", Value.of(heap), Amount.bytes(heap) + " at most");
        if (heap < HEAP_MIN) {
            diagnosis.problem(
                    "the heap has at most " + Amount.bytes(heap), "give it more: CARILLON_HEAP=768m ./carillon serve");
        }
        files(diagnosis);
        boolean isCached = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
        diagnosis.note(MACHINE, "class cache", isCached ? "used" : "none: starts take about twice as long");
    }

    private static void timeZones(Instant now, Diagnosis diagnosis) {
        String zones =
                ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey();
        diagnosis.note(MACHINE, "time-zone data", zones);
        int year = zones.matches("2[0-9]{3}[a-z]*") ? Integer.parseInt(zones.substring(0, 4)) : 0;
        if (year < now.atOffset(ZoneOffset.UTC).getYear() - 1) {
            diagnosis.problem(
                    "the time-zone data is of " + zones + ": local times may be an hour off where rules have changed",
                    "update the JDK, or its time-zone data with TZUpdater");
        }
    }

    private static void files(Diagnosis diagnosis) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) return;
        long max = system.getMaxFileDescriptorCount();
        diagnosis.note(
                MACHINE,
                "open files",
                Value.of(max),
                "%d of at most %d".formatted(system.getOpenFileDescriptorCount(), max));
        if (max < FILES_MIN) {
            diagnosis.problem(
                    "only %d files may be open at a time".formatted(max),
                    "raise the limit to %d or more: ulimit -n, or LimitNOFILE of the service".formatted(FILES_MIN));
        }
    }
}
