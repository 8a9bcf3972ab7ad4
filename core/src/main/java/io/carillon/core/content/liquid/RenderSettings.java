package io.carillon.core.content.liquid;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a rendering needs besides the data.
 *
 * @param now what {@code 'now' | date} means
 * @param zone the zone of {@code now}, of timestamps, and of dates that do not say theirs
 */
public record RenderSettings(Instant now, ZoneId zone, Limits limits, Escaping escaping) {
    public static RenderSettings text(Instant now, ZoneId zone) {
        return new RenderSettings(now, zone, Limits.DEFAULT, Escaping.NONE);
    }

    public static RenderSettings html(Instant now, ZoneId zone) {
        return new RenderSettings(now, zone, Limits.DEFAULT, Escaping.HTML);
    }

    public static RenderSettings json(Instant now, ZoneId zone) {
        return new RenderSettings(now, zone, Limits.DEFAULT, Escaping.JSON);
    }

    public RenderSettings with(Limits other) {
        return new RenderSettings(now, zone, other, escaping);
    }
}
