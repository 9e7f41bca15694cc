import type { ThemeConfig } from 'antd';
import darkAlgorithm from 'antd/es/theme/themes/dark';
import defaultAlgorithm from 'antd/es/theme/themes/default';

const shared = {
  borderRadius: 6,
  fontSize: 14,
  fontFamily: 'var(--font)',
  controlHeight: 32,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
} as const;

/** antd in our colours; the same values stand in `tokens.css`. */
export const antdTheme = (shown: 'light' | 'dark'): ThemeConfig =>
  shown === 'light'
    ? {
        algorithm: defaultAlgorithm,
        hashed: false,
        token: {
          ...shared,
          colorPrimary: '#0f766e',
          colorInfo: '#0f766e',
          colorLink: '#0b6ba8',
          colorError: '#b42318',
          colorWarning: '#8a5300',
          colorSuccess: '#2f6b2f',
          colorTextBase: '#24211c',
          colorTextSecondary: '#575147',
          colorTextTertiary: '#6e675b',
          colorTextDescription: '#6e675b',
          colorTextPlaceholder: '#6e675b',
          colorBgBase: '#fffefb',
          colorBgContainer: '#fffefb',
          colorBgElevated: '#fffefb',
          colorBgLayout: '#fbf9f4',
          colorBorder: '#d2cabb',
          colorBorderSecondary: '#e7e1d5',
          colorSplit: '#e7e1d5',
        },
        components: { Segmented: { trackBg: '#efe9dc', itemSelectedBg: '#fffefb' } },
      }
    : {
        algorithm: darkAlgorithm,
        hashed: false,
        token: {
          ...shared,
          colorPrimary: '#4fb8ab',
          colorInfo: '#4fb8ab',
          colorLink: '#7db9e8',
          colorError: '#f08a7a',
          colorWarning: '#e5ae55',
          colorSuccess: '#8fc487',
          colorTextBase: '#ece7dc',
          colorTextSecondary: '#bdb6a8',
          colorTextTertiary: '#9c9588',
          colorTextDescription: '#9c9588',
          colorTextPlaceholder: '#9c9588',
          colorTextLightSolid: '#0c1f1c',
          colorBgBase: '#1f1d1a',
          colorBgContainer: '#1f1d1a',
          colorBgElevated: '#282521',
          colorBgLayout: '#181714',
          colorBorder: '#4a463e',
          colorBorderSecondary: '#302d28',
          colorSplit: '#302d28',
        },
        components: { Segmented: { trackBg: '#131210', itemSelectedBg: '#3a362f' } },
      };
