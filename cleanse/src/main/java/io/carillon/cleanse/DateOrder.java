package io.carillon.cleanse;

/** In which order the day, the month and the year of a date in numbers stand. */
public enum DateOrder {
    DMY,
    MDY,
    YMD
}
