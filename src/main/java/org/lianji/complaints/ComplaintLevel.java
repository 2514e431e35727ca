package org.lianji.complaints;

/**
 * Which office of the leading department answers a complaint; none is answered below the county.
 */
enum ComplaintLevel {
    COUNTY,
    CITY
}
