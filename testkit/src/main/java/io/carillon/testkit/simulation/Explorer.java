package io.carillon.testkit.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Walks every interleaving of a small history, breadth first, so that the trace of a failure is a shortest one. Use {@link
 * Settings} without crashes and repeats: these are inputs here.
 *
 * @param statesMax the search fails beyond
 * @param always must hold in every situation
 * @param atRest must hold where nothing is left to happen
 */
public record Explorer<K>(int statesMax, Consumer<SimulatedHost<K>> always, Consumer<SimulatedHost<K>> atRest) {

    /**
     * What a search saw.
     *
     * @param states different situations
     * @param ends those of them at rest
     */
    public record Explored(int states, int ends) {}

    /** A situation, how many inputs of each sequence have happened, and how it came about. */
    private record Node<K>(SimulatedHost<K> host, List<Integer> done, Optional<Node<K>> before, String move) {}

    /**
     * Explores from a host, which stays as it is.
     *
     * @param inputs sequences: each in its order, and anyhow between them
     * @throws AssertionError with the trace, where a law does not hold
     */
    public Explored explore(SimulatedHost<K> initial, List<List<Input<K>>> inputs) {
        Set<String> seen = new HashSet<>();
        var frontier = new ArrayDeque<Node<K>>();
        var start = new Node<>(initial.copy(), Collections.nCopies(inputs.size(), 0), Optional.<Node<K>>empty(), "");
        seen.add(fingerprint(start));
        frontier.add(start);
        int ends = 0;
        while (!frontier.isEmpty()) {
            Node<K> node = frontier.remove();
            check(node, always);
            List<Node<K>> next = next(node, inputs);
            if (next.isEmpty()) {
                check(node, atRest);
                ends++;
            }
            for (Node<K> follower : next) {
                if (seen.add(fingerprint(follower))) frontier.add(follower);
            }
            if (seen.size() > statesMax) throw new AssertionError("more than %d states".formatted(statesMax));
        }
        return new Explored(seen.size(), ends);
    }

    private static <K> List<Node<K>> next(Node<K> node, List<List<Input<K>>> inputs) {
        var next = new ArrayList<Node<K>>();
        for (Deliverable deliverable : node.host.deliverable()) {
            next.add(after(node, node.done, deliverable.toString(), host -> host.deliver(deliverable)));
        }
        for (int i = 0; i < inputs.size(); i++) {
            int done = node.done.get(i);
            if (done == inputs.get(i).size()) continue;
            Input<K> input = inputs.get(i).get(done);
            if (!input.possible().test(node.host)) continue;
            var more = new ArrayList<>(node.done);
            more.set(i, done + 1);
            next.add(after(node, Collections.unmodifiableList(more), input.name(), input.happens()));
        }
        return next;
    }

    private static <K> Node<K> after(
            Node<K> node, List<Integer> done, String move, Consumer<SimulatedHost<K>> happens) {
        SimulatedHost<K> host = node.host.copy();
        var after = new Node<>(host, done, Optional.of(node), move);
        check(after, happens);
        return after;
    }

    private static <K> void check(Node<K> node, Consumer<SimulatedHost<K>> law) {
        try {
            law.accept(node.host);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError("after %s%n%s".formatted(trace(node), failure), failure);
        }
    }

    private static <K> String trace(Node<K> last) {
        var moves = new ArrayList<String>();
        Optional<Node<K>> node = Optional.of(last);
        while (node.isPresent()) {
            moves.add(node.get().move);
            node = node.get().before;
        }
        return String.join("\n  ", moves.reversed());
    }

    private static <K> String fingerprint(Node<K> node) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            SortedMap<String, String> situation = node.host.situation();
            situation.put("inputs", node.done.toString());
            situation.forEach((key, value) -> {
                digest.update(key.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
