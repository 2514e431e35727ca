package org.lianji.families;

/**
 * The eight groups that are monitored (八类监测人群), in the order in which they are named, and the layer
 * that each belongs to (分层管理).
 */
enum MonitoredGroup {
    DIBAO(AssistanceLayer.IN_RECEIPT),
    TEKUN(AssistanceLayer.IN_RECEIPT),
    MARGIN(AssistanceLayer.BORDERLINE),
    RIGID(AssistanceLayer.BORDERLINE),
    POVERTY_RETURN(AssistanceLayer.AT_RISK),
    REFUSED_APPLICANT(AssistanceLayer.AT_RISK),
    EXITED_LT_2Y(AssistanceLayer.AT_RISK),
    OTHER(AssistanceLayer.AT_RISK);

    private final AssistanceLayer layer;

    MonitoredGroup(AssistanceLayer layer) {
        this.layer = layer;
    }

    AssistanceLayer layer() {
        return layer;
    }
}
