package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a person wishes to be reached. What they do not want to hear of at all is said by {@link Consents}.
 *
 * @param channels the liked ones, best first; the others follow in a message's own order
 * @param byHour liked ones at parts of the day, at most {@value #BY_HOUR_MAX}; the first part that fits goes before
 *     {@code channels}
 * @param quietHours their own, in place of the company's
 * @param at when they said so; of two the later counts
 */
public record Preferences(List<Channel> channels, List<ByHour> byHour, Optional<HoursOfDay> quietHours, Instant at) {
    public static final int BY_HOUR_MAX = 24;
    public static final Preferences NONE = new Preferences(List.of(), List.of(), Optional.empty(), Instant.EPOCH);

    private static final Comparator<Preferences> LATER =
            Comparator.comparing(Preferences::at).thenComparing(Preferences::toString);

    /** Channels that are liked at a part of the day. */
    public record ByHour(HoursOfDay hours, List<Channel> channels) {
        public ByHour {
            channels = List.copyOf(channels);
        }
    }

    public Preferences {
        channels = List.copyOf(channels);
        byHour = List.copyOf(byHour);
    }

    /** The offered channels, the ones liked at that time of their day first. */
    public List<Channel> order(List<Channel> offered, LocalTime time) {
        var ordered = new LinkedHashSet<Channel>();
        byHour.stream()
                .filter(part -> part.hours().contain(time))
                .findFirst()
                .ifPresent(part -> ordered.addAll(part.channels()));
        ordered.addAll(channels);
        ordered.retainAll(offered);
        ordered.addAll(offered);
        return List.copyOf(ordered);
    }

    public Preferences merge(Preferences other) {
        return LATER.compare(this, other) >= 0 ? this : other;
    }

    public void write(ByteWriter out) {
        writeChannels(channels, out);
        out.list(byHour, (part, to) -> {
            part.hours().write(to);
            writeChannels(part.channels(), to);
        });
        out.optional(quietHours, HoursOfDay::write);
        out.instant(at);
    }

    public static Preferences read(ByteReader in) {
        return new Preferences(
                readChannels(in),
                in.list(part -> new ByHour(HoursOfDay.read(part), readChannels(part))),
                in.optional(HoursOfDay::read),
                in.instant());
    }

    private static void writeChannels(List<Channel> channels, ByteWriter out) {
        out.list(channels, (channel, to) -> to.constant(channel));
    }

    private static List<Channel> readChannels(ByteReader in) {
        return in.list(from -> from.constant(Channel.class));
    }
}
