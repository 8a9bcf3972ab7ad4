package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The most frequent values, as people may see them, by the space-saving algorithm with {@value #SIZE} places: what makes
 * up more than a {@value #SIZE}th of all is surely among them.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-30570-5_27">Metwally, Agrawal, El Abbadi (2005), Efficient computation
 *     of frequent and top-k elements in data streams</a>
 */
public final class TopValues {
    static final int SIZE = 10;

    private final List<Place> places = new ArrayList<>(2);

    private static final class Place {
        private long hash;
        private String shown;
        private long count;
        private long over;

        private Place(long hash, String shown, long count, long over) {
            this.hash = hash;
            this.shown = shown;
            this.count = count;
            this.over = over;
        }
    }

    /**
     * One value.
     *
     * @param shown as {@link Masked} shows it
     * @param count how often at least
     */
    public record Top(String shown, long count) {}

    void add(long hash, Value value) {
        Place least = null;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.hash == hash) {
                place.count++;
                return;
            }
            if (least == null || place.count < least.count) least = place;
        }
        if (least == null || places.size() < SIZE) {
            places.add(new Place(hash, Masked.shown(value), 1, 0));
            return;
        }
        least.hash = hash;
        least.shown = Masked.shown(value);
        least.over = least.count;
        least.count++;
    }

    void addAll(TopValues other) {
        for (Place place : other.places) {
            Optional<Place> known =
                    places.stream().filter(it -> it.hash == place.hash).findFirst();
            if (known.isPresent()) {
                known.get().count += place.count;
                known.get().over += place.over;
            } else {
                places.add(new Place(place.hash, place.shown, place.count, place.over));
            }
        }
        places.sort(Comparator.comparingLong((Place it) -> it.count).reversed().thenComparingLong(it -> it.hash));
        while (places.size() > SIZE) places.removeLast();
    }

    /** The most frequent first. */
    public List<Top> top() {
        return places.stream()
                .map(place -> new Top(place.shown, place.count - place.over))
                .filter(top -> top.count() > 0)
                .sorted(Comparator.comparingLong(Top::count).reversed().thenComparing(Top::shown))
                .toList();
    }

    /** How often a value came, as far as it is among the most frequent. */
    public long count(String shown) {
        return top().stream()
                .filter(it -> it.shown().equals(shown))
                .mapToLong(Top::count)
                .sum();
    }

    void write(ByteWriter out) {
        out.list(places, (place, to) -> {
            to.fixed64(place.hash);
            to.text(place.shown);
            to.count(place.count);
            to.count(place.over);
        });
    }

    static TopValues read(ByteReader in) {
        var values = new TopValues();
        values.places.addAll(in.list(from -> new Place(from.fixed64(), from.text(), from.count(), from.count())));
        return values;
    }
}
