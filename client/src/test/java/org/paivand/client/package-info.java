@org.jspecify.annotations.NullMarked
package org.paivand.client;
