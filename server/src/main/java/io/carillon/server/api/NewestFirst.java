package io.carillon.server.api;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.host.Address;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Host;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.Links;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The history of a customer and of all it absorbed as one, newest first; can be left and taken up again. */
final class NewestFirst implements Iterator<HistoryEntry> {
    private static final int PAGE = 100;
    private final List<Origin> origins = new ArrayList<>();

    /** @param position where to go on, see {@link #position()}; empty for the newest */
    NewestFirst(Host<?> host, Links links, String position) {
        var addresses = new TreeSet<Address>();
        addresses.add(links.self().address());
        for (CustomerRef absorbed : links.absorbed()) addresses.add(absorbed.address());
        List<Long> befores = position.isEmpty()
                ? List.of()
                : Arrays.stream(position.split("\\.")).map(NewestFirst::number).toList();
        int index = 0;
        for (Address address : addresses) {
            // After a merge between two pages the places fit no more: what is new is shown from its beginning.
            long before = befores.size() == addresses.size() ? befores.get(index) : Long.MAX_VALUE;
            origins.add(new Origin(host, address, before));
            index++;
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    @Override
    public boolean hasNext() {
        return origins.stream().anyMatch(Origin::hasNext);
    }

    @Override
    public HistoryEntry next() {
        Origin newest = null;
        for (Origin origin : origins) {
            if (origin.hasNext()
                    && (newest == null
                            || origin.peek().at().isAfter(newest.peek().at()))) newest = origin;
        }
        if (newest == null) throw new NoSuchElementException("no more history");
        return newest.take();
    }

    /** Where the next one would be read from. */
    String position() {
        return origins.stream().map(origin -> Long.toString(origin.before)).collect(Collectors.joining("."));
    }

    /** The rows at one address. */
    private static final class Origin {
        private final Host<?> host;
        private final Address address;
        private final Deque<HistoryRow> page = new ArrayDeque<>();
        private long before;
        private boolean ended;

        Origin(Host<?> host, Address address, long before) {
            this.host = host;
            this.address = address;
            this.before = before;
        }

        boolean hasNext() {
            if (page.isEmpty() && !ended) {
                page.addAll(host.history(address, before, PAGE));
                ended = page.isEmpty();
            }
            return !page.isEmpty();
        }

        HistoryEntry peek() {
            return Timelines.entry(page.element().content());
        }

        HistoryEntry take() {
            HistoryRow row = page.remove();
            before = row.number();
            return Timelines.entry(row.content());
        }
    }
}
