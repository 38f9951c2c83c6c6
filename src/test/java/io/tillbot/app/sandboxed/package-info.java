/**
 * The billing client meets the billing sandbox: two readings of one document, written apart. What
 * the client says is compared with what the sandbox's books hold.
 */
@NullMarked
package io.tillbot.app.sandboxed;

import org.jspecify.annotations.NullMarked;
