package io.carillon.server.api;

import io.carillon.core.person.Channel;
import io.carillon.core.person.HoursOfDay;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Preferences.ByHour;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the body of {@code PUT …/preferences}; the first thing that is wrong is named. */
final class PreferencesBody {
    private static final List<String> KEYS = List.of("channels", "channelsByHour", "quietHours");
    private static final String CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::word).collect(Collectors.joining(", "));

    private PreferencesBody() {}

    /** What was read, or what is wrong. */
    sealed interface Reading {
        record Read(Preferences preferences) implements Reading {}

        record Wrong(String why) implements Reading {}
    }

    private static final class WrongException extends Exception {
        private static final long serialVersionUID = 1;

        WrongException(String why) {
            super(why, null, false, false);
        }
    }

    static Reading read(Value.Fields body, Instant now) {
        try {
            for (String key : body.fields().keySet()) {
                if (!KEYS.contains(key)) {
                    throw wrong(key, "is unknown; expected " + String.join(", ", KEYS));
                }
            }
            Optional<HoursOfDay> quietHours = present(body, "quietHours").isPresent()
                    ? Optional.of(hours(fields(body.get("quietHours").orElseThrow(), "quietHours"), "quietHours"))
                    : Optional.empty();
            return new Reading.Read(new Preferences(channels(body, "channels"), byHour(body), quietHours, now));
        } catch (WrongException e) {
            return new Reading.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static List<ByHour> byHour(Value.Fields body) throws WrongException {
        var parts = new ArrayList<ByHour>();
        for (Value item : items(body, "channelsByHour", Preferences.BY_HOUR_MAX)) {
            Value.Fields part = fields(item, "channelsByHour");
            parts.add(new ByHour(hours(part, "channelsByHour"), channels(part, "channels")));
        }
        return parts;
    }

    private static List<Channel> channels(Value.Fields of, String key) throws WrongException {
        var channels = new ArrayList<Channel>();
        for (Value item : items(of, key, Channel.values().length)) {
            Optional<Channel> channel = item instanceof Value.Text(var word) ? Channel.ofWord(word) : Optional.empty();
            if (channel.isEmpty()) throw wrong(key, "has an unknown channel; expected any of " + CHANNELS);
            if (channels.contains(channel.get()))
                throw wrong(key, "has " + channel.get().word() + " twice");
            channels.add(channel.get());
        }
        return channels;
    }

    private static HoursOfDay hours(Value.Fields of, String key) throws WrongException {
        Optional<LocalTime> from = of.text("from").flatMap(HoursOfDay::time);
        Optional<LocalTime> to = of.text("to").flatMap(HoursOfDay::time);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            throw wrong(key, "expects two times of day, e.g. \"from\": \"22:00\", \"to\": \"07:00\"");
        }
        return new HoursOfDay(from.get(), to.get());
    }

    private static List<Value> items(Value.Fields of, String key, int max) throws WrongException {
        Optional<Value> value = present(of, key);
        if (value.isEmpty()) return List.of();
        if (!(value.get() instanceof Value.Items(var items)) || items.size() > max) {
            throw wrong(key, "expects a list of at most " + max);
        }
        return items;
    }

    private static Value.Fields fields(Value value, String key) throws WrongException {
        if (value instanceof Value.Fields fields) return fields;
        throw wrong(key, "expects {\"from\": \"22:00\", \"to\": \"07:00\"}, in channelsByHour with channels");
    }

    private static Optional<Value> present(Value.Fields of, String key) {
        return of.get(key).filter(value -> value != Value.Nothing.NOTHING);
    }

    private static WrongException wrong(String key, String what) {
        return new WrongException("\"%s\" %s".formatted(key.length() > 40 ? key.substring(0, 40) + "…" : key, what));
    }
}
