/** Retrofit, Moshi and OkHttp client of whmcs.php and auth.php. */
@NullMarked
package io.tillbot.adapter.billing;

import org.jspecify.annotations.NullMarked;
