package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.host.local.LocalHostSettings.Room;
import io.carillon.host.local.Waiting.Garbled;
import io.carillon.host.local.Waiting.Internal;
import io.carillon.host.local.Waiting.Outside;
import io.carillon.host.local.Waiting.RowId;
import io.carillon.host.local.Waiting.Sent;
import java.util.ArrayList;
import java.util.List;

/**
 * What arrives at a shard, in one order for all who bring it. Outside input is refused when there is no room; messages
 * between entities, which stand in the store already, are then left there and read back later.
 */
final class Inbox {
    private static final int READ_BACK_MAX = 2_000;

    private final int shard;
    private final Room room;
    private final Kinds<?> kinds;
    private final Spill spill;
    private final long[] readable;
    private List<Waiting> arrived = new ArrayList<>();
    private int outsideMessages;
    private long outsideBytes;
    private int internalMessages;
    private long internalBytes;

    Inbox(int shard, int shards, Room room, Kinds<?> kinds) {
        this.shard = shard;
        this.room = room;
        this.kinds = kinds;
        spill = new Spill(shards);
        readable = new long[shards];
    }

    /** Counts what an earlier run left; it is read back like everything that had no room. */
    synchronized long recover(Store store) {
        byte[] mine = Keys.shard(shard);
        store.from(Family.INBOX, mine, (key, value) -> {
            if (!Keys.startsWith(key, mine)) return false;
            spill.add(row(key), record(value).to());
            return true;
        });
        return spill.total();
    }

    /** Takes a message from outside; false when there is no room. */
    synchronized boolean offer(Outside message) {
        if (outsideMessages >= room.outsideMessages() || outsideBytes >= room.outsideBytes()) return false;
        outsideMessages++;
        outsideBytes += message.bytes();
        arrived.add(message);
        return true;
    }

    /** Takes what comes seldom, room or not. */
    synchronized void add(Waiting waiting) {
        arrived.add(waiting);
    }

    /** Takes messages that another shard has committed. */
    synchronized void deliver(List<Sent> messages) {
        for (Sent message : messages) {
            if (admit(message)) arrived.add(message);
        }
    }

    /** Counts a message in, for the caller to keep; false when it is left to wait on disk. */
    synchronized boolean admit(Sent message) {
        int stretch = message.lane() == Lane.URGENT ? 2 : 1;
        boolean fits = internalMessages < room.internalMessages() * stretch
                && internalBytes < room.internalBytes() * stretch
                && !spill.holdsFor(message.to());
        if (fits) {
            hold(message);
            spill.passed(message.row());
        } else {
            spill.add(message.row(), message.to());
        }
        return fits;
    }

    synchronized boolean isEmpty() {
        return arrived.isEmpty();
    }

    synchronized boolean isSpilledFor(Address entity) {
        return spill.holdsFor(entity);
    }

    synchronized int depth() {
        return outsideMessages + internalMessages;
    }

    synchronized long spilled() {
        return spill.total();
    }

    /**
     * What has arrived in memory. {@link #readBack} then reads what had been left on disk by now and nothing later: that
     * might overtake what arrives in memory between the two.
     */
    synchronized List<Waiting> take() {
        for (int sender = 0; sender < readable.length; sender++)
            readable[sender] = spill.range(sender).last();
        if (arrived.isEmpty()) return List.of();
        List<Waiting> taken = arrived;
        arrived = new ArrayList<>();
        return taken;
    }

    /** Makes room: these were handled, and that is durable. */
    synchronized void release(List<Waiting> handled) {
        for (Waiting waiting : handled) {
            switch (waiting) {
                case Outside message -> {
                    outsideMessages--;
                    outsideBytes -= message.bytes();
                }
                case Internal message -> {
                    internalMessages--;
                    internalBytes -= message.bytes();
                    spill.handled(message.row());
                }
                case Waiting.Due _, Waiting.Again _ -> {}
            }
        }
    }

    /** Messages from disk, as many as there is room for, in order per sender. For the shard's own thread. */
    List<Internal> readBack(Store store) {
        var messages = new ArrayList<Internal>();
        for (int sender = nextSpilled(0); sender >= 0 && hasRoomToReadBack(); sender = nextSpilled(sender + 1)) {
            readBack(store, sender, messages);
        }
        return messages;
    }

    private void readBack(Store store, int sender, List<Internal> messages) {
        Spill.Range range;
        synchronized (this) {
            range = spill.range(sender);
        }
        long last = Math.min(range.last(), readable[sender]);
        byte[] prefix = Keys.startOfInbox(shard, sender);
        int before = messages.size();
        store.from(Family.INBOX, Keys.inbox(shard, sender, range.first()), (key, value) -> {
            RowId row = row(key);
            if (!Keys.startsWith(key, prefix) || row.number() > last) return false;
            return readBack(row, value, messages) && messages.size() - before < READ_BACK_MAX;
        });
    }

    private synchronized boolean readBack(RowId row, byte[] value, List<Internal> messages) {
        if (!spill.isSpilled(row)) return true;
        Internal message = message(row, record(value));
        spill.readBack(row, message.to());
        hold(message);
        messages.add(message);
        return hasRoomToReadBack();
    }

    private synchronized int nextSpilled(int from) {
        if (spill.isEmpty()) return -1;
        return spill.next(from);
    }

    private synchronized boolean hasRoomToReadBack() {
        return internalMessages < (room.internalMessages() + 1) / 2 && internalBytes < (room.internalBytes() + 1) / 2;
    }

    private void hold(Internal message) {
        internalMessages++;
        internalBytes += message.bytes();
    }

    private Internal message(RowId row, MessageRecord stored) {
        try {
            var message = kinds.decode(stored.to(), stored.message());
            return new Sent(
                    stored.to(), stored.lane(), message, stored.message().size(), row);
        } catch (RuntimeException e) {
            return new Garbled(stored.to(), stored.lane(), stored.message(), e, row);
        }
    }

    private MessageRecord record(byte[] value) {
        try {
            return MessageRecord.CODEC.read(new ByteReader(Bytes.wrap(value)));
        } catch (UnreadableException e) {
            throw new StoreFailure("a row in the inbox of shard %d is damaged".formatted(shard), e);
        }
    }

    private static RowId row(byte[] key) {
        return new RowId(Keys.inboxSender(key), Keys.inboxNumber(key));
    }
}
