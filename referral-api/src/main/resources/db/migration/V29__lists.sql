-- Lists of referrals by state, urgency and time, for each side: one order in one index, so that a page costs the same however long the list is
-- (docs/decisions/0057). A sender's order is by what it was told.
ALTER TABLE paivand.referral
  ADD KEY inbox_changed (to_agency, updated_at, id),
  ADD KEY inbox_offered (to_agency, state, urgency, offered_at, id),
  ADD KEY inbox_state_changed (to_agency, state, urgency, updated_at, id),
  ADD KEY inbox_due (to_agency, state, urgency, respond_by, id, offered_at, updated_at),
  ADD KEY sent_changed (from_agency, shown_at, id),
  ADD KEY sent_offered (from_agency, state, urgency, offered_at, id),
  ADD KEY sent_state_changed (from_agency, state, urgency, shown_at, id),
  ADD KEY sent_due (from_agency, state, urgency, respond_by, id, offered_at, shown_at);
