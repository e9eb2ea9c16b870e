/** What is to be done where the database lost consents that were recorded: alerts, and an end that takes two people. */
@NullMarked
package org.paivand.restatement;

import org.jspecify.annotations.NullMarked;
