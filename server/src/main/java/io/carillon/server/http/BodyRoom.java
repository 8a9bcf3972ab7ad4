package io.carillon.server.http;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of request bodies may be held at once, over all requests. Room is taken as bytes arrive, so a slow or
 * lying sender holds no more than it sent. Thread-safe.
 */
final class BodyRoom {
    static final int PIECE_BYTES = 8 * 1024;
    private final Semaphore pieces;

    BodyRoom(int bytesMax) {
        pieces = new Semaphore(bytesMax / PIECE_BYTES);
    }

    /** Of one request; given back when the request is answered. */
    final class Share {
        private int taken;

        /** Whether there is room for so many bytes in all. */
        boolean grow(int bytes) {
            int wanted = (bytes + PIECE_BYTES - 1) / PIECE_BYTES - taken;
            if (wanted <= 0) return true;
            if (!pieces.tryAcquire(wanted)) return false;
            taken += wanted;
            return true;
        }

        void giveBack() {
            pieces.release(taken);
            taken = 0;
        }
    }

    Share share() {
        return new Share();
    }
}
