package org.paivand.webhook;

/**
 * Where webhooks may lead.
 *
 * @param loopback also to 127.0.0.1, over HTTP: for trials on one machine
 */
public record WebhookPolicy(boolean loopback) {}
