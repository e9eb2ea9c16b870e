/** Hands mails to the operator's relay by SMTP. */
@NullMarked
package org.paivand.mail.smtp;

import org.jspecify.annotations.NullMarked;
