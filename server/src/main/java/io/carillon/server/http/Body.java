package io.carillon.server.http;

import io.carillon.core.codec.Bytes;

/** A request's body, or why there is none to be had. */
public sealed interface Body {
    /** All of it, inflated. */
    record Read(Bytes bytes) implements Body {}

    /** Larger than allowed, on the wire or inflated. */
    record TooLarge(int bytesMax) implements Body {}

    /** Cannot be read: a broken or unknown encoding, a connection cut short. */
    record Broken(int status, String detail) implements Body {}

    /** Too many bytes of other requests are being held: try again. */
    record NoRoom() implements Body {}
}
