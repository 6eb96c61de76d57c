import type { Texts } from '../en';

export const account: Texts['account'] = {
  signIn: '登录',
  user: '用户名',
  password: '密码',
  signInAgain: '重新登录',
  sessionEnded: '登录已过期，页面上的内容不会丢失。',
  otherPerson: '以其他人登录',
  wrong: '用户名或密码错误。',
  locked: '尝试次数过多，请稍后再试。',
  tagline: '把多个系统的作业，编排成一个流程。',
  newPassword: {
    title: '设置新密码',
    forced: '此账号必须先修改密码。',
    current: '当前密码',
    next: '新密码',
    again: '再次输入新密码',
    differ: '两次输入不一致。',
    submit: '修改密码',
    done: '密码已修改，请用新密码登录。',
  },
};
