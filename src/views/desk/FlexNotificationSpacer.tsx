import * as React from 'react';

/**
 * Flex lays its notifications as bars over the top of every view, one below the other. They would hide our heading and how
 * old the data is. Without such a bar, in another version of Flex say, there is no room to make.
 */
export function FlexNotificationSpacer(): React.ReactElement | null {
  const [height, setHeight] = React.useState(0);
  React.useEffect(() => {
    // It is there, without height, while there is no notification.
    const bars = document.querySelector('.Twilio-NotificationBar');
    if (!bars) return undefined;
    const observer = new ResizeObserver(() => setHeight(bars.getBoundingClientRect().height));
    observer.observe(bars);
    return () => observer.disconnect();
  }, []);
  // Half of one bar stands in the padding of the view.
  return height === 0 ? null : <div style={{ flex: `0 0 calc(${height}px - 1.25rem)` }} />;
}
