package io.carillon.core.audit;

/** How many more fields have statistics of their own. Lasts as long as a day is added to. */
final class Room {
    private int left;

    Room(int left) {
        this.left = left;
    }

    boolean take() {
        if (left <= 0) return false;
        left--;
        return true;
    }
}
