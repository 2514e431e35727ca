package org.lianji.workers;

/** What somebody does in social assistance. */
public enum WorkerPost {
    COUNTY_OFFICER,
    TOWN_OFFICER,
    VILLAGE_CADRE,
    ASSISTANT,
    SOCIAL_WORKER
}
