import type { BrowserContext, Page } from '@playwright/test';
import { chromiumDriver } from './chromium';
import type { BrowserName, Driver } from './driver';
import { firefoxDriver } from './firefox';

export const drivers: Readonly<Record<BrowserName, Driver>> = {
  chromium: chromiumDriver,
  firefox: firefoxDriver,
};

const driven = new WeakMap<BrowserContext, Driver>();

/** Remembers by which driver this browser was launched. */
export function drive(context: BrowserContext, driver: Driver): BrowserContext {
  driven.set(context, driver);
  return context;
}

/** The driver of this tab's browser. */
export function driverOf(page: Page): Driver {
  const driver = driven.get(page.context());
  if (!driver) throw new Error('This browser was not launched by the harness.');
  return driver;
}
