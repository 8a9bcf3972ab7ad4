package io.carillon.server.demo.retail;

import java.time.Instant;

/** What somebody does, or what a silo of the shop says of them, at its instant. */
public sealed interface Act {
    Instant at();

    /** Acts of one lane happen one after the other: one person's, under whatever name the shop knows them. */
    String lane();

    /** Who a page of the shop thinks it is. */
    sealed interface Visitor {
        String lane();

        String device();

        /** Not signed in. */
        record Anonymous(String lane, String device) implements Visitor {}

        record SignedIn(Shopper shopper, String device) implements Visitor {
            @Override
            public String lane() {
                return shopper.id();
            }
        }
    }

    record SignsIn(Instant at, Shopper shopper, String device) implements Act {
        @Override
        public String lane() {
            return shopper.id();
        }
    }

    record Views(Instant at, Visitor visitor, Product product) implements Act {
        @Override
        public String lane() {
            return visitor.lane();
        }
    }

    record PutsInCart(Instant at, Visitor visitor, String cart, Line line) implements Act {
        @Override
        public String lane() {
            return visitor.lane();
        }
    }

    /** Real. */
    record Orders(Shopper shopper, String device, Invoice invoice) implements Act {
        @Override
        public Instant at() {
            return invoice.at();
        }

        @Override
        public String lane() {
            return shopper.id();
        }
    }

    /** Real; told by the warehouse. */
    record IsRefunded(Shopper shopper, Invoice invoice) implements Act {
        @Override
        public Instant at() {
            return invoice.at();
        }

        @Override
        public String lane() {
            return shopper.id();
        }
    }

    /** The warehouse sends an order off. */
    record Ships(Instant at, Shopper shopper, Invoice invoice) implements Act {
        @Override
        public String lane() {
            return shopper.id();
        }
    }

    /** Somebody tells the shop how they like to be written to. */
    record Prefers(Instant at, Shopper shopper) implements Act {
        @Override
        public String lane() {
            return shopper.id();
        }
    }

    /** The warehouse says something that nobody can use. */
    record Mumbles(Instant at, Shopper shopper, int kind) implements Act {
        @Override
        public String lane() {
            return shopper.id();
        }
    }
}
