// The page's only script besides the plugin: the real Flex UI from npm, with the globals that Flex plugins expect.
import * as React from 'react';
import * as ReactDOM from 'react-dom';

// Flex reads window.React while its module is evaluated, and import statements are evaluated first; hence the require.
window.React = React;
window.ReactDOM = ReactDOM;
window.Twilio = window.Twilio || {};
window.Twilio.Flex = require('@twilio/flex-ui');
