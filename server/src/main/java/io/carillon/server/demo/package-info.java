/**
 * A shop day to look at: seeded shoppers who use the tracking API like a real shop, a mail server that takes what leaves,
 * and a page that shows what happens in between. Start at {@link io.carillon.server.demo.ShopDay} and {@link
 * io.carillon.server.demo.DemoPages}. Everything goes over HTTP and SMTP, as it would outside; nothing here decides anything.
 */
@NullMarked
package io.carillon.server.demo;

import org.jspecify.annotations.NullMarked;
