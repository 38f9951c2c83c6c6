/** A stateful simulator of whmcs.php and auth.php, with real PDFs and seeded faults. */
@NullMarked
package io.tillbot.adapter.sandbox;

import org.jspecify.annotations.NullMarked;
