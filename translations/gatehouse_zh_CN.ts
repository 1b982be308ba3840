<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AuditModel</name>
    <message>
        <source>Configuration changed</source>
        <translation>配置已更改</translation>
    </message>
    <message>
        <source>Key created</source>
        <translation>密钥已创建</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>密钥已更改</translation>
    </message>
    <message>
        <source>Key disabled</source>
        <translation>密钥已停用</translation>
    </message>
    <message>
        <source>Key enabled</source>
        <translation>密钥已启用</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>密钥已轮换</translation>
    </message>
    <message>
        <source>Old secret ended</source>
        <translation>旧密钥已终止</translation>
    </message>
    <message>
        <source>Key deleted</source>
        <translation>密钥已删除</translation>
    </message>
    <message>
        <source>Key restored</source>
        <translation>密钥已恢复</translation>
    </message>
    <message>
        <source>Secret stored</source>
        <translation>机密已保存</translation>
    </message>
    <message>
        <source>Secret moved</source>
        <translation>机密已移动</translation>
    </message>
    <message>
        <source>Secret removed</source>
        <translation>机密已移除</translation>
    </message>
    <message>
        <source>Gateway started</source>
        <translation>网关已启动</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>网关已停止</translation>
    </message>
    <message>
        <source>Certificate created</source>
        <translation>证书已创建</translation>
    </message>
    <message>
        <source>Storage compacted</source>
        <translation>存储已压缩</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>备份已创建</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>备份已恢复</translation>
    </message>
    <message>
        <source>Administration token made</source>
        <translation>管理令牌已创建</translation>
    </message>
    <message>
        <source>Budget raised</source>
        <translation>预算已提高</translation>
    </message>
    <message>
        <source>Budget reset</source>
        <translation>预算已重置</translation>
    </message>
    <message>
        <source>Breaker closed by hand</source>
        <translation>熔断器已手动闭合</translation>
    </message>
    <message>
        <source>Breaker held open</source>
        <translation>熔断器保持断开</translation>
    </message>
    <message>
        <source>Recording of bodies begun</source>
        <translation>开始录制正文</translation>
    </message>
    <message>
        <source>Recording of bodies ended</source>
        <translation>结束录制正文</translation>
    </message>
    <message>
        <source>Recorded body read</source>
        <translation>已阅读录制的正文</translation>
    </message>
    <message>
        <source>Recorded body deleted</source>
        <translation>已删除录制的正文</translation>
    </message>
    <message>
        <source>All recorded bodies deleted</source>
        <translation>已删除全部录制的正文</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Recorded request sent again</source>
        <translation>已再次发送记录的请求</translation>
    </message>
    <message>
        <source>Test request sent</source>
        <translation>已发送测试请求</translation>
    </message>
    <message>
        <source>Pairing code shown</source>
        <translation>已显示配对码</translation>
    </message>
    <message>
        <source>Desktop paired by code</source>
        <translation>已通过配对码连接桌面程序</translation>
    </message>
    <message>
        <source>Wrong pairing code refused</source>
        <translation>已拒绝错误的配对码</translation>
    </message>
    <message>
        <source>Key template saved</source>
        <translation>密钥模板已保存</translation>
    </message>
    <message>
        <source>Key template deleted</source>
        <translation>密钥模板已删除</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>已添加人员</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>人员已更改</translation>
    </message>
    <message>
        <source>Person removed</source>
        <translation>已移除人员</translation>
    </message>
    <message>
        <source>Person signed out everywhere</source>
        <translation>已在所有位置注销人员</translation>
    </message>
    <message>
        <source>Administration token revoked</source>
        <translation>管理令牌已吊销</translation>
    </message>
    <message>
        <source>Spending paused</source>
        <translation>支出已暂停</translation>
    </message>
    <message>
        <source>Spending resumed</source>
        <translation>支出已恢复</translation>
    </message>
    <message>
        <source>Breaker released</source>
        <translation>熔断器已释放</translation>
    </message>
    <message>
        <source>Alert acknowledged</source>
        <translation>警报已确认</translation>
    </message>
    <message>
        <source>Alert snoozed</source>
        <translation>警报已暂缓</translation>
    </message>
    <message>
        <source>Alert snoozed no longer</source>
        <translation>警报不再暂缓</translation>
    </message>
    <message>
        <source>Alert channel tested</source>
        <translation>警报渠道已测试</translation>
    </message>
    <message>
        <source>Incident acknowledged</source>
        <translation>事件已确认</translation>
    </message>
    <message>
        <source>Objective set</source>
        <translation>目标已设置</translation>
    </message>
    <message>
        <source>Objective reset</source>
        <translation>目标已重置</translation>
    </message>
    <message>
        <source>Price list updated</source>
        <translation>价格表已更新</translation>
    </message>
    <message>
        <source>Price list taken back</source>
        <translation>价格表已撤回</translation>
    </message>
    <message>
        <source>Price list confirmed</source>
        <translation>价格表已确认</translation>
    </message>
    <message>
        <source>Machine's hour corrected</source>
        <translation>机器工时已更正</translation>
    </message>
    <message>
        <source>Past costs recalculated</source>
        <translation>过去的费用已重新计算</translation>
    </message>
    <message>
        <source>Running request cancelled</source>
        <translation>正在运行的请求已取消</translation>
    </message>
    <message>
        <source>Canary halted</source>
        <translation>金丝雀已停止</translation>
    </message>
    <message>
        <source>Database moved</source>
        <translation>数据库已移动</translation>
    </message>
    <message>
        <source>Secret store chosen</source>
        <translation>已选择密钥存储</translation>
    </message>
    <message>
        <source>Secret store unlocked</source>
        <translation>密钥存储已解锁</translation>
    </message>
</context>
<context>
    <name>BreakerLook</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>闭合</translation>
    </message>
    <message>
        <source>Half-open</source>
        <translation>半开</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Held open</source>
        <translation>保持断开</translation>
    </message>
</context>
<context>
    <name>ErrorKind</name>
    <message>
        <source>Wrong credentials</source>
        <translation>凭据错误</translation>
    </message>
    <message>
        <source>The provider refused the gateway's key.</source>
        <translation>提供商拒绝了网关的密钥。</translation>
    </message>
    <message>
        <source>Check or replace the provider's key.</source>
        <translation>检查或更换提供商的密钥。</translation>
    </message>
    <message>
        <source>No money left</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>The provider account has no credit or quota left.</source>
        <translation>提供商账户没有余额或配额。</translation>
    </message>
    <message>
        <source>Top up the provider account.</source>
        <translation>为提供商账户充值。</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>触发速率限制</translation>
    </message>
    <message>
        <source>The provider asked to send less.</source>
        <translation>提供商要求减少发送。</translation>
    </message>
    <message>
        <source>Spread the load, or ask the provider for a higher limit.</source>
        <translation>分散负载，或向提供商申请更高限额。</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>The provider had no capacity.</source>
        <translation>提供商没有容量。</translation>
    </message>
    <message>
        <source>Add another target to the route.</source>
        <translation>为路由添加另一个目标。</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>The provider failed while answering.</source>
        <translation>提供商在回答时失败。</translation>
    </message>
    <message>
        <source>Nothing to do unless it lasts; look at its status page.</source>
        <translation>除非持续，否则无需处理；请查看其状态页。</translation>
    </message>
    <message>
        <source>Connect failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>No connection to the provider was made.</source>
        <translation>未能连接到提供商。</translation>
    </message>
    <message>
        <source>Check address, network and proxy.</source>
        <translation>检查地址、网络和代理。</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>The encrypted connection was refused.</source>
        <translation>加密连接被拒绝。</translation>
    </message>
    <message>
        <source>Check certificate, CA file and clock.</source>
        <translation>检查证书、CA 文件和时钟。</translation>
    </message>
    <message>
        <source>Timeout to first token</source>
        <translation>首个 token 超时</translation>
    </message>
    <message>
        <source>No answer began in time.</source>
        <translation>没有回答及时开始。</translation>
    </message>
    <message>
        <source>Raise the first-byte limit, or route around slow models.</source>
        <translation>提高首字节时限，或绕开慢模型。</translation>
    </message>
    <message>
        <source>Timeout idle</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>The answer stopped in the middle for too long.</source>
        <translation>回答中途停顿过久。</translation>
    </message>
    <message>
        <source>Raise the idle limit if the model thinks for long.</source>
        <translation>如果模型思考时间长，请提高空闲时限。</translation>
    </message>
    <message>
        <source>Timeout total</source>
        <translation>总超时</translation>
    </message>
    <message>
        <source>The answer took longer than allowed in all.</source>
        <translation>回答总时长超过允许值。</translation>
    </message>
    <message>
        <source>Raise the total limit, or ask for shorter answers.</source>
        <translation>提高总时限，或要求更短的回答。</translation>
    </message>
    <message>
        <source>Stream broken</source>
        <translation>流中断</translation>
    </message>
    <message>
        <source>The connection closed in the middle of the answer.</source>
        <translation>连接在回答中途关闭。</translation>
    </message>
    <message>
        <source>Nothing to do unless it lasts; the caller may ask again.</source>
        <translation>除非持续，否则无需处理；调用方可以重试。</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>无效请求</translation>
    </message>
    <message>
        <source>The caller sent what the provider does not accept.</source>
        <translation>调用方发送了提供商不接受的内容。</translation>
    </message>
    <message>
        <source>Correct the app that sends it.</source>
        <translation>修正发送它的应用。</translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation>上下文过长</translation>
    </message>
    <message>
        <source>The prompt is longer than the model allows.</source>
        <translation>提示超过模型允许的长度。</translation>
    </message>
    <message>
        <source>Send less, or add a target with a larger context.</source>
        <translation>减少发送内容，或添加上下文更大的目标。</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>内容被拒绝</translation>
    </message>
    <message>
        <source>The provider refused the content.</source>
        <translation>提供商拒绝了该内容。</translation>
    </message>
    <message>
        <source>Look at the request; another model may answer.</source>
        <translation>查看该请求；其他模型也许可以回答。</translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation>未找到模型</translation>
    </message>
    <message>
        <source>There is no such model here or at the provider.</source>
        <translation>此处或提供商处没有这个模型。</translation>
    </message>
    <message>
        <source>Correct the model name in the app or in the route.</source>
        <translation>在应用或路由中更正模型名称。</translation>
    </message>
    <message>
        <source>Region not allowed</source>
        <translation>区域不允许</translation>
    </message>
    <message>
        <source>No target lies in the regions the route allows.</source>
        <translation>没有目标位于路由允许的区域。</translation>
    </message>
    <message>
        <source>Add a target in an allowed region.</source>
        <translation>在允许的区域添加目标。</translation>
    </message>
    <message>
        <source>Budget or limit reached (ours)</source>
        <translation>预算或限额已用尽（本网关）</translation>
    </message>
    <message>
        <source>A budget or limit of the gateway was used up.</source>
        <translation>网关的预算或限额已用尽。</translation>
    </message>
    <message>
        <source>Raise the limit, or wait for its reset.</source>
        <translation>提高限额，或等待其重置。</translation>
    </message>
    <message>
        <source>Key refused (ours)</source>
        <translation>密钥被拒（本网关）</translation>
    </message>
    <message>
        <source>The caller's key is unknown, expired or disabled.</source>
        <translation>调用方的密钥未知、已过期或已停用。</translation>
    </message>
    <message>
        <source>Give the app a valid key.</source>
        <translation>为应用提供有效密钥。</translation>
    </message>
    <message>
        <source>Cancelled by caller</source>
        <translation>调用方取消</translation>
    </message>
    <message>
        <source>The caller left before the answer was complete.</source>
        <translation>回答完成前调用方已断开。</translation>
    </message>
    <message>
        <source>Nothing to do; the caller may be too impatient.</source>
        <translation>无需处理；调用方可能过于急躁。</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>The gateway stopped in the middle of the answer.</source>
        <translation>网关在回答中途停止。</translation>
    </message>
    <message>
        <source>Let running requests finish before stopping.</source>
        <translation>停止前让正在运行的请求完成。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 G</source>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Day and short month, as QLocale::toString() reads it: "27 Oct".</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>1 USD = %1 %2</source>
        <translation>1 USD = %1 %2</translation>
    </message>
    <message>
        <source>1 USD = %1 %2 (entered on %3)</source>
        <translation>1 USD = %1 %2（输入于 %3）</translation>
    </message>
    <message>
        <source>1 USD = %1 %2 (%3, %4)</source>
        <extracomment>rate, currency, who published it, its day</extracomment>
        <translation>1 USD = %1 %2（%3，%4）</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Program</name>
    <message>
        <source>Gatehouse cannot start</source>
        <translation>Gatehouse 无法启动</translation>
    </message>
    <message>
        <source>The gateway could not be started.</source>
        <translation>无法启动网关。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui</name>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Paste into a terminal.</source>
        <translation>粘贴到终端。</translation>
    </message>
    <message>
        <source>Needs the package openai.</source>
        <translation>需要 openai 包。</translation>
    </message>
    <message>
        <source>Settings, Models: add the model, then set key and base URL for OpenAI.</source>
        <translation>设置、模型：添加模型，然后设置 OpenAI 的密钥和基础 URL。</translation>
    </message>
    <message>
        <source>Add to ~/.continue/config.yaml.</source>
        <translation>添加到 ~/.continue/config.yaml。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Any app that lets you set an OpenAI address.</source>
        <translation>任何可设置 OpenAI 地址的应用。</translation>
    </message>
    <message>
        <source>Rotating</source>
        <translation>轮换中</translation>
    </message>
    <message>
        <source>Rotating until %1</source>
        <translation>轮换至 %1</translation>
    </message>
    <message>
        <source>Active, from file</source>
        <translation>有效，来自文件</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Restore until %1</source>
        <translation>可恢复至 %1</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Day, short month and year, as QLocale::toString() reads it: "27 Oct 2027".</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Add to ~/.codex/config.toml.</source>
        <translation>添加到 ~/.codex/config.toml。</translation>
    </message>
    <message>
        <source>Needs the package anthropic.</source>
        <translation>需要 anthropic 软件包。</translation>
    </message>
    <message>
        <source>Needs the package @anthropic-ai/sdk.</source>
        <translation>需要 @anthropic-ai/sdk 软件包。</translation>
    </message>
    <message>
        <source>Needs the package @google/genai.</source>
        <translation>需要 @google/genai 软件包。</translation>
    </message>
    <message>
        <source>For programs of Ollama that send OLLAMA_API_KEY to their host.</source>
        <translation>适用于会向主机发送 OLLAMA_API_KEY 的 Ollama 程序。</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>人员 %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>此密钥</translation>
    </message>
    <message>
        <source>%1: budget</source>
        <translation>%1：预算</translation>
    </message>
    <message>
        <source>%1: requests</source>
        <translation>%1：请求数</translation>
    </message>
    <message>
        <source>%1: tokens</source>
        <translation>%1：token 数</translation>
    </message>
    <message>
        <source>%1: at the same time</source>
        <translation>%1：并发数</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>超出预算</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>%1, built with %2</source>
        <translation>%1，使用 %2 构建</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Configuration revision</source>
        <translation>配置版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later</source>
        <translation>自由软件，采用 GNU General Public License 第 3 版或更高版本</translation>
    </message>
    <message>
        <source>Version, build, database revision, licence</source>
        <translation>版本、构建、数据库版本、许可证</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>GNU General Public License</source>
        <translation>GNU General Public License</translation>
    </message>
    <message>
        <source>Parts by others</source>
        <translation>第三方组件</translation>
    </message>
    <message>
        <source>Icons: Lucide</source>
        <translation>图标：Lucide</translation>
    </message>
    <message>
        <source>Font: Inter</source>
        <translation>字体：Inter</translation>
    </message>
    <message>
        <source>What is new, changes, licences, notices, icons, font</source>
        <translation>新增内容、更改、许可证、声明、图标、字体</translation>
    </message>
    <message>
        <source>Database revision</source>
        <translation>数据库版本</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AccessPage</name>
    <message>
        <source>Keys &amp; Teams</source>
        <translation>密钥与团队</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Keys, teams or people</source>
        <translation>密钥、团队或人员</translation>
    </message>
    <message>
        <source>People &amp; roles</source>
        <translation>人员与角色</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AdvancedSection</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Versions, states and problems, without names, addresses or secrets. Shown before it is copied.</source>
        <translation>版本、状态和问题，不含名称、地址或机密。复制前会先显示。</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Databases and journals.</source>
        <translation>数据库和日志。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Window layout</source>
        <translation>窗口布局</translation>
    </message>
    <message>
        <source>Size, place and sidebar as they were at first.</source>
        <translation>恢复最初的大小、位置和侧边栏。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>The least that the gateway writes to its log, from the moment it is saved. Never secrets, prompts or replies.</source>
        <translation>网关写入日志的最低级别，保存后立即生效。绝不包含密钥、提示或回复。</translation>
    </message>
    <message>
        <source>Everything, for finding faults</source>
        <translation>全部，用于排查故障</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertChannelsPane</name>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最近一条消息</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>New channel…</source>
        <translation>新建渠道…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit the channel</source>
        <translation>编辑渠道</translation>
    </message>
    <message>
        <source>Delete the channel</source>
        <translation>删除渠道</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <comment>recipients, server</comment>
        <translation>%1，通过 %2</translation>
    </message>
    <message>
        <source>stored as a secret</source>
        <translation>作为密钥保存</translation>
    </message>
    <message>
        <source>every desktop that shows this gateway</source>
        <translation>显示此网关的每台电脑</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Alerts do not arrive through %1</source>
        <translation>警报无法通过 %1 送达</translation>
    </message>
    <message>
        <source>The last message failed: %1. Repair the channel and send a test.</source>
        <translation>最近一条消息发送失败:%1。请修复渠道并发送测试。</translation>
    </message>
    <message>
        <source>Created the channel “%1”</source>
        <translation>已创建渠道“%1”</translation>
    </message>
    <message>
        <source>Changed the channel “%1”</source>
        <translation>已更改渠道“%1”</translation>
    </message>
    <message>
        <source>Deleted the channel “%1”</source>
        <translation>已删除渠道“%1”</translation>
    </message>
    <message>
        <source>The test went out through %1.</source>
        <translation>测试已通过 %1 发出。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>shown where a desktop is connected</source>
        <translation>在已连接的桌面上显示</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertEditor</name>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新建警报</translation>
    </message>
    <message>
        <source>Edit alert</source>
        <translation>编辑警报</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create alert</source>
        <translation>创建警报</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>reaches or passes</source>
        <translation>达到或超过</translation>
    </message>
    <message>
        <source>falls to or under</source>
        <translation>降至或低于</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is watched</source>
        <translation>监视内容</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Fires when it</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>This value</source>
        <translation>此值</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>持续多久</translation>
    </message>
    <message>
        <source>Ends at (optional)</source>
        <translation>结束值（可选）</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>通知频率</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>Quiet hours (optional)</source>
        <translation>静默时段（可选）</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>No preview: %1</source>
        <translation>无预览：%1</translation>
    </message>
    <message>
        <source>There is no value now.</source>
        <translation>目前没有数值。</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>目前：%1。</translation>
    </message>
    <message>
        <source>Now: %1 (%2).</source>
        <translation>目前：%1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>Alerts of this kind fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>过去 7 天此类警报触发 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would have fired %n times in the last 7 days.</source>
        <translation>
            <numerusform>过去 7 天会触发 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>The message: “%1”</source>
        <translation>消息：“%1”</translation>
    </message>
    <message>
        <source>Choose a channel first.</source>
        <translation>请先选择渠道。</translation>
    </message>
    <message>
        <source>The test went out through %1.</source>
        <translation>测试已通过 %1 发出。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>Enter a number, for example 75, or leave it empty.</source>
        <translation>请输入数字，例如 75，或留空。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertHistoryPane</name>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Worst value</source>
        <translation>最差值</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>触发时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>The 500 newest</source>
        <translation>最近 500 条</translation>
    </message>
    <message>
        <source>Nothing has fired yet.</source>
        <translation>尚无触发。</translation>
    </message>
    <message>
        <source>Budget and provider alerts are on.</source>
        <translation>预算和提供商警报已开启。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>still firing</source>
        <translation>仍在触发</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertRulesPane</name>
    <message>
        <source>Alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>新建警报…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Nobody is reminded of it any more (A)</source>
        <translation>不再提醒任何人 (A)</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>暂停提醒 1 小时</translation>
    </message>
    <message>
        <source>Nobody is told of it for an hour (Z)</source>
        <translation>一小时内不通知任何人 (Z)</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Nothing is watched.</source>
        <translation>没有监视任何内容。</translation>
    </message>
    <message>
        <source>A rule tells people when something goes wrong.</source>
        <translation>出问题时，规则会通知相关人员。</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>Budget and provider alerts are on. Nothing is firing.</source>
        <translation>预算和提供商警报已开启，没有触发。</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts are firing.</source>
        <translation>
            <numerusform>%n 个警报正在触发。</numerusform>
        </translation>
    </message>
    <message>
        <source>End snooze</source>
        <translation>结束暂停</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Created the alert “%1”</source>
        <translation>已创建警报“%1”</translation>
    </message>
    <message>
        <source>Changed the alert “%1”</source>
        <translation>已更改警报“%1”</translation>
    </message>
    <message>
        <source>Switched off the alert “%1”</source>
        <translation>已关闭警报“%1”</translation>
    </message>
    <message>
        <source>Switched on the alert “%1”</source>
        <translation>已开启警报“%1”</translation>
    </message>
    <message>
        <source>Reset the alert “%1”</source>
        <translation>已重置警报“%1”</translation>
    </message>
    <message>
        <source>Deleted the alert “%1”</source>
        <translation>已删除警报“%1”</translation>
    </message>
    <message>
        <source>Acknowledged “%1”</source>
        <translation>已确认“%1”</translation>
    </message>
    <message>
        <source>“%1” is told of again</source>
        <translation>已恢复通知“%1”</translation>
    </message>
    <message>
        <source>Nobody is told of “%1” for an hour</source>
        <translation>一小时内不通知“%1”</translation>
    </message>
    <message>
        <source>The configuration could not be read, so rules cannot be changed now. %1</source>
        <translation>无法读取配置，因此现在不能更改规则。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertWords</name>
    <message>
        <source>Budget used</source>
        <translation>预算已用</translation>
    </message>
    <message>
        <source>Forecast of a budget</source>
        <translation>预算预测</translation>
    </message>
    <message>
        <source>Spend of the last hour</source>
        <translation>过去一小时的支出</translation>
    </message>
    <message>
        <source>Spend of the last hour against usual</source>
        <translation>过去一小时支出与平常之比</translation>
    </message>
    <message>
        <source>Success rate of the last hour</source>
        <translation>过去一小时的成功率</translation>
    </message>
    <message>
        <source>Errors against the objective</source>
        <translation>错误与目标之比</translation>
    </message>
    <message>
        <source>First token, 95th percentile</source>
        <translation>首个 token，第 95 百分位</translation>
    </message>
    <message>
        <source>A provider is down</source>
        <translation>提供商不可用</translation>
    </message>
    <message>
        <source>A model is passed over</source>
        <translation>模型被跳过</translation>
    </message>
    <message>
        <source>A provider refuses a key</source>
        <translation>提供商拒绝密钥</translation>
    </message>
    <message>
        <source>Refusals of a key in an hour</source>
        <translation>每小时密钥被拒次数</translation>
    </message>
    <message>
        <source>Requests without a price in an hour</source>
        <translation>每小时无价格的请求</translation>
    </message>
    <message>
        <source>Days until a key expires</source>
        <translation>密钥到期天数</translation>
    </message>
    <message>
        <source>Days until the certificate expires</source>
        <translation>证书到期天数</translation>
    </message>
    <message>
        <source>Free space on the disk</source>
        <translation>磁盘可用空间</translation>
    </message>
    <message>
        <source>The audit check failed</source>
        <translation>审计检查失败</translation>
    </message>
    <message>
        <source>Age of the price list</source>
        <translation>价格表的时间</translation>
    </message>
    <message>
        <source>Requests waiting</source>
        <translation>等待的请求</translation>
    </message>
    <message>
        <source>Answers by another model in an hour</source>
        <translation>每小时由其他模型作答的次数</translation>
    </message>
    <message>
        <source>Budget used to 80 %</source>
        <translation>预算已用 80 %</translation>
    </message>
    <message>
        <source>Budget used to 95 %</source>
        <translation>预算已用 95 %</translation>
    </message>
    <message>
        <source>Budget used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>Forecast over budget</source>
        <translation>预测超出预算</translation>
    </message>
    <message>
        <source>Spend above three times the usual</source>
        <translation>支出超过平常三倍</translation>
    </message>
    <message>
        <source>Success below the objective</source>
        <translation>成功率低于目标</translation>
    </message>
    <message>
        <source>Errors use up the objective fast</source>
        <translation>错误正快速耗尽目标</translation>
    </message>
    <message>
        <source>First token slow</source>
        <translation>首个 token 缓慢</translation>
    </message>
    <message>
        <source>Provider down</source>
        <translation>提供商不可用</translation>
    </message>
    <message>
        <source>Model passed over</source>
        <translation>模型被跳过</translation>
    </message>
    <message>
        <source>Provider refuses a key</source>
        <translation>提供商拒绝密钥</translation>
    </message>
    <message>
        <source>Key refused again and again</source>
        <translation>密钥一再被拒</translation>
    </message>
    <message>
        <source>Traffic without a price</source>
        <translation>无价格的流量</translation>
    </message>
    <message>
        <source>Key expires soon</source>
        <translation>密钥即将到期</translation>
    </message>
    <message>
        <source>Certificate expires soon</source>
        <translation>证书即将到期</translation>
    </message>
    <message>
        <source>Disk nearly full</source>
        <translation>磁盘将满</translation>
    </message>
    <message>
        <source>Audit check failed</source>
        <translation>审计检查失败</translation>
    </message>
    <message>
        <source>Price list out of date</source>
        <translation>价格表已过时</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>%1 falls to %2</source>
        <translation>%1降至 %2</translation>
    </message>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1达到 %2</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>condition, time</comment>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>Whole gateway</source>
        <translation>整个网关</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>提供商 %1</translation>
    </message>
    <message>
        <source>Budget %1</source>
        <translation>预算 %1</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>已触发</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已暂停提醒</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Desktop notification</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>alert, object</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>All is well again.</source>
        <translation>一切恢复正常。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>measure, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A thread of the gateway is silent</source>
        <translation>网关的一个线程没有响应</translation>
    </message>
    <message>
        <source>Gateway does not answer</source>
        <translation>网关没有响应</translation>
    </message>
    <message>
        <source>A test of this channel</source>
        <translation>此渠道的测试</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts of Gatehouse on %1</source>
        <translation>
            <numerusform>%1 上 Gatehouse 的 %n 个警报</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Rules, history or channels</source>
        <translation>规则、历史或渠道</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Announcer</name>
    <message>
        <source>Gatehouse %1 is available</source>
        <translation>Gatehouse %1 可用</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Text in pure black or white, firm borders, no soft fills.</source>
        <translation>纯黑或纯白文字，清晰边框，无浅色填充。</translation>
    </message>
    <message>
        <source>Pattern fills in charts</source>
        <translation>图表使用图案填充</translation>
    </message>
    <message>
        <source>Bars differ by pattern as well as by colour.</source>
        <translation>柱形除颜色外还以图案区分。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light or dark, or as the desktop has it.</source>
        <translation>浅色或深色，或跟随桌面。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of everything in the window.</source>
        <translation>作用于窗口中的所有内容。</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How high the rows of tables are.</source>
        <translation>表格行的高度。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Nothing fades, slides or blinks, not even the text cursor.</source>
        <translation>没有淡入、滑动或闪烁，包括文本光标。</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>Always in view. Without it, Alt shows it for one use.</source>
        <translation>始终显示。关闭时按 Alt 可临时显示一次。</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Light, for a dark tray</source>
        <translation>浅色，用于深色托盘</translation>
    </message>
    <message>
        <source>Dark, for a light tray</source>
        <translation>深色，用于浅色托盘</translation>
    </message>
    <message>
        <source>One tone, as the desktop is</source>
        <translation>单色，跟随桌面</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>托盘图标</translation>
    </message>
    <message>
        <source>Its shape tells the state of the gateway in every style.</source>
        <translation>无论哪种样式，图标形状都表示网关状态。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AreaList</name>
    <message>
        <source>What the token may do</source>
        <translation>令牌可以做什么</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Asides</name>
    <message>
        <source>A fallback answered for %1</source>
        <translation>备用目标为 %1 作出了应答</translation>
    </message>
    <message numerus="yes">
        <source>%n requests, the last one by %1.</source>
        <translation>
            <numerusform>%n 个请求，最后一个由 %1 应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed the configuration</source>
        <translation>%1 更改了配置</translation>
    </message>
    <message>
        <source>Version %1 is in force.</source>
        <translation>版本 %1 已生效。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AttemptWaterfall</name>
    <message>
        <source>Attempts over time</source>
        <translation>尝试的时间分布</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider and how its attempt ended</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2: %3 after %4. Connected after %5, head after %6, first token after %7.</source>
        <translation>%1，%2：%3，用时 %4。连接 %5，响应头 %6，首个 token %7。</translation>
    </message>
    <message>
        <source>Cost: %1.</source>
        <translation>费用：%1。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditDetail</name>
    <message>
        <source>Copy the hash</source>
        <translation>复制哈希</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>更改前后</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hash of this record</source>
        <translation>此记录的哈希</translation>
    </message>
    <message>
        <source>Record %1 · %2
%3, from %4</source>
        <translation>记录 %1 · %2
%3，来自 %4</translation>
    </message>
    <message>
        <source>Nothing else was recorded.</source>
        <translation>没有其他记录。</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>显示为 JSON</translation>
    </message>
    <message>
        <source>What changed is being read.</source>
        <translation>正在读取更改内容。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditExport</name>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::AuditPage</name>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>没有匹配的记录。</translation>
    </message>
    <message>
        <source>Widen the range or change the filter.</source>
        <translation>请扩大时间范围或更改筛选条件。</translation>
    </message>
    <message>
        <source>The audit log could not be read.</source>
        <translation>无法读取审计日志。</translation>
    </message>
    <message>
        <source>Filter the audit log</source>
        <translation>筛选审计日志</translation>
    </message>
    <message>
        <source>Find a person, an object or a value</source>
        <translation>查找人员、对象或值</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>全部更改</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>验证链</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The chain was not verified in this window.</source>
        <translation>本窗口尚未验证该链。</translation>
    </message>
    <message>
        <source>Copy the head hash</source>
        <translation>复制链头哈希</translation>
    </message>
    <message>
        <source>Records per day</source>
        <translation>每日记录数</translation>
    </message>
    <message>
        <source>Audit log, newest first</source>
        <translation>审计日志，最新在前</translation>
    </message>
    <message>
        <source>Verifying every record…</source>
        <translation>正在验证每条记录…</translation>
    </message>
    <message>
        <source>The chain could not be verified: %1</source>
        <translation>无法验证该链：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), no gaps, head %1</source>
        <translation>
            <numerusform>%n 条记录，无缺口，链头 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1 does not match its hash. Records before it are sound.</source>
        <translation>记录 %1 与其哈希不符。之前的记录完好。</translation>
    </message>
    <message>
        <source>The audit log was altered.</source>
        <translation>审计日志被篡改。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported</source>
        <translation>
            <numerusform>已导出 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>The export ended without a file. %1</source>
        <translation>导出未生成文件。%1</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last records.</source>
        <translation>网关没有响应。显示的是上次读取的记录。</translation>
    </message>
    <message>
        <source>The records per day could not be read.</source>
        <translation>无法读取每日记录数。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>备份到…</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Export configuration, import configuration, YAML, JSON, file</source>
        <translation>导出配置、导入配置、YAML、JSON、文件</translation>
    </message>
    <message>
        <source>No full backup yet.</source>
        <translation>还没有完整备份。</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>上次备份：%1</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>已备份到 %1</translation>
    </message>
    <message>
        <source>No backup was made. %1</source>
        <translation>未创建备份。%1</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>A copy of both databases in one file, made while the gateway goes on. Provider keys are not in it: they stay in the secret store.</source>
        <translation>两个数据库合为一个文件的副本，制作时网关继续运行。不含提供商密钥：它们留在密钥存储中。</translation>
    </message>
    <message>
        <source>Back up now, last backup, place, databases, restore</source>
        <translation>立即备份、上次备份、位置、数据库、恢复</translation>
    </message>
    <message>
        <source>Backups (*.tar)</source>
        <translation>备份 (*.tar)</translation>
    </message>
    <message>
        <source>Restore backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Configuration only</source>
        <translation>仅配置</translation>
    </message>
    <message>
        <source>Back up by itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>The first is made at once; one that was missed, as soon as the gateway runs.</source>
        <translation>首次备份立即进行；错过的备份在网关运行后补做。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In the reporting time zone; each week on its first day.</source>
        <translation>按报告时区；每周则在一周的第一天。</translation>
    </message>
    <message>
        <source>:00</source>
        <extracomment>after an hour: "3:00"</extracomment>
        <translation>:00</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Older scheduled backups are removed; those made by hand stay.</source>
        <translation>较旧的计划备份会被删除；手动备份会保留。</translation>
    </message>
    <message>
        <source> backups</source>
        <translation> 个备份</translation>
    </message>
    <message>
        <source>Next scheduled backup</source>
        <translation>下一次计划备份</translation>
    </message>
    <message>
        <source>Beside the data</source>
        <translation>与数据放在一起</translation>
    </message>
    <message>
        <source>Folder of scheduled backups</source>
        <translation>计划备份的文件夹</translation>
    </message>
    <message>
        <source>Another disk keeps them when this one fails.</source>
        <translation>放在另一块磁盘上，此盘损坏时仍可保留。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>The last scheduled backup was not made. %1</source>
        <translation>上一次计划备份未完成。%1</translation>
    </message>
    <message>
        <source>Next: %1. Last: %2.</source>
        <translation>下次：%1。上次：%2。</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>下次：%1。</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>The gateway restarts with this backup. Running requests end first.</source>
        <translation>网关正以此备份重启。运行中的请求会先完成。</translation>
    </message>
    <message>
        <source>The backup is in place and the gateway runs with it.</source>
        <translation>备份已就位，网关正使用它运行。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BannerArea</name>
    <message>
        <source>The gateway has not answered since %1.</source>
        <translation>网关自 %1 起没有响应。</translation>
    </message>
    <message>
        <source>The gateway does not answer.</source>
        <translation>网关没有响应。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1. %2</source>
        <translation>自 %1 起。%2</translation>
    </message>
    <message>
        <source>You see sample data.</source>
        <translation>所示为示例数据。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>任何内容都不会离开此计算机。</translation>
    </message>
    <message>
        <source>Remove sample data</source>
        <translation>移除示例数据</translation>
    </message>
    <message>
        <source>The gateway is newer than this window.</source>
        <translation>网关比此窗口新。</translation>
    </message>
    <message>
        <source>The gateway is older than this window.</source>
        <translation>网关比此窗口旧。</translation>
    </message>
    <message>
        <source>It is version %1, this is %2. Parts it does not know yet stay empty.</source>
        <translation>网关版本为 %1，此窗口为 %2。它尚不支持的部分保持为空。</translation>
    </message>
    <message>
        <source>You see the last data; nothing can be changed. It is asked again, with growing pauses.</source>
        <translation>您看到的是最后的数据，无法更改。系统会以逐渐延长的间隔重新询问。</translation>
    </message>
    <message>
        <source>It is version %1, this is %2. Settings that this window does not know stay as they are.</source>
        <translation>它的版本是 %1，本程序是 %2。此窗口不认识的设置保持不变。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BodyTab</name>
    <message>
        <source>Show what was recorded</source>
        <translation>显示已录制的内容</translation>
    </message>
    <message>
        <source>Delete recorded body</source>
        <translation>删除已录制的正文</translation>
    </message>
    <message>
        <source>Recorded request and answer</source>
        <translation>已录制的请求与回答</translation>
    </message>
    <message>
        <source>How the body is shown</source>
        <translation>正文的显示方式</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Nothing of this request was recorded. Bodies are recorded only when somebody asks for it.</source>
        <translation>此请求没有任何内容被录制。只有在有人要求时才会录制正文。</translation>
    </message>
    <message>
        <source>The recorded body could not be read.</source>
        <translation>无法读取已录制的正文。</translation>
    </message>
    <message>
        <source>%1 The gateway says: %2</source>
        <translation>%1网关的说明：%2</translation>
    </message>
    <message>
        <source>%1, of which the first %2 are kept</source>
        <translation>%1，保留其中前 %2</translation>
    </message>
    <message>
        <source>Request: %1. Answer: %2.</source>
        <translation>请求：%1。回答：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n secrets were taken out and are marked [redacted].</source>
        <translation>
            <numerusform>已移除 %n 个机密，并标记为 [redacted]。</numerusform>
        </translation>
    </message>
    <message>
        <source>No secrets were found in it.</source>
        <translation>其中没有发现机密。</translation>
    </message>
    <message>
        <source>Kept until %1.</source>
        <translation>保留至 %1。</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>No messages can be read from this body. See Raw.</source>
        <translation>无法从此正文中读出消息。请看“原始”。</translation>
    </message>
    <message>
        <source>Delete the recorded body?</source>
        <translation>删除已录制的正文？</translation>
    </message>
    <message>
        <source>What this request said and was answered is deleted for good. Its record in the list stays.</source>
        <translation>此请求的内容与回答将被永久删除。它在列表中的记录会保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The recorded body could not be deleted.</source>
        <translation>无法删除已录制的正文。</translation>
    </message>
    <message>
        <source>This request was recorded. The audit log notes who looks at it.</source>
        <translation>此请求已录制。审计日志会记录谁查看了它。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakdownChart</name>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本时段</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>Budget per month</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Expected at least, in four of five cases</source>
        <translation>五分之四情况下的预期下限</translation>
    </message>
    <message>
        <source>Expected at most, in four of five cases</source>
        <translation>五分之四情况下的预期上限</translation>
    </message>
    <message>
        <source>Budget, spread evenly</source>
        <translation>预算（按天平均）</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakdownPane</name>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Export the spending</source>
        <translation>导出支出</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>按团队</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>按密钥</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>按路由</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按提供商</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Set prices</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>No spend in this range.</source>
        <translation>此时间范围内没有支出。</translation>
    </message>
    <message>
        <source>Choose a longer range at the top right.</source>
        <translation>请在右上角选择更长的时间范围。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>然后按</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>无提供商</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>与上一时期相比 %1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>group, then group</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price.</source>
        <translation>
            <numerusform>%Ln 个请求没有价格。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models. Their cost is missing from every total.</source>
        <translation>
            <numerusform>%Ln 个模型。它们的费用未计入任何总计。</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>每请求</translation>
    </message>
    <message>
        <source>Per 1 M tokens</source>
        <translation>每百万 token</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>按</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆叠柱状图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Compare with the period before</source>
        <translation>与上一时段比较</translation>
    </message>
    <message>
        <source>Show as share</source>
        <translation>显示为占比</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Rows as CSV…</source>
        <translation>导出行为 CSV…</translation>
    </message>
    <message>
        <source>Rows as JSON…</source>
        <translation>导出行为 JSON…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>导出报告为 PDF…</translation>
    </message>
    <message>
        <source>Chargeback report…</source>
        <translation>分摊报告…</translation>
    </message>
    <message numerus="yes">
        <source>Forecast after %Ln more days</source>
        <translation>
            <numerusform>再过 %Ln 天后可预测</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected by %1: %2, in four of five cases %3 to %4</source>
        <translation>预计到 %1：%2，五次中有四次在 %3 到 %4 之间</translation>
    </message>
    <message>
        <source>The month so far, and for each day left the median of the same weekday over the last 28 days. It is of the whole gateway and needs 7 days.</source>
        <translation>本月至今，加上剩余每一天取最近 28 天同一星期几的中位数。针对整个网关，至少需要 7 天。</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <translation>%1 的支出</translation>
    </message>
    <message>
        <source>%1 to %2 (%3), made %4</source>
        <comment>days, time zone, time</comment>
        <translation>%1 至 %2（%3），生成于 %4</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>合计 %1</translation>
    </message>
    <message numerus="yes">
        <source>Other, %Ln groups</source>
        <translation>
            <numerusform>其他，%Ln 组</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it to see each of them.</source>
        <translation>打开即可逐个查看。</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Stacked area</source>
        <translation>堆叠面积</translation>
    </message>
    <message>
        <source>The rows could not be read: %1</source>
        <translation>无法读取数据行：%1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>By gateway</source>
        <translation>按网关</translation>
    </message>
    <message>
        <source>By tags</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By the tag %1</source>
        <translation>按标签 %1</translation>
    </message>
    <message>
        <source>Nobody's key</source>
        <translation>不属于任何人的密钥</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>无此标签</translation>
    </message>
    <message>
        <source>Counted from %1 on only.</source>
        <translation>仅统计自 %1 起的数据。</translation>
    </message>
    <message>
        <source>Tags and hours are counted from each request, and there are too many of them in this range. Choose a shorter one to see all of it.</source>
        <translation>标签和小时需逐条请求统计，而此时间范围内的请求过多。请选择更短的范围以查看全部。</translation>
    </message>
    <message>
        <source>Idle hours of machines cost %1 beside this, with them it is %2</source>
        <translation>此外机器空闲小时花费 %1，合计 %2</translation>
    </message>
    <message>
        <source>Idle hours of machines</source>
        <translation>机器空闲小时</translation>
    </message>
    <message>
        <source>Paid by the hour and booked with no request; beside the total.</source>
        <translation>按小时付费但未计入任何请求；不在合计之内。</translation>
    </message>
    <message>
        <source>Spend by group</source>
        <translation>按分组的支出</translation>
    </message>
    <message>
        <source>What input that the providers read from their caches would have cost more otherwise.</source>
        <translation>提供商从其缓存读取的输入若按普通输入计费会多花的费用。</translation>
    </message>
    <message>
        <source>Caching saved %1</source>
        <translation>缓存节省了 %1</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Cache saved</source>
        <translation>缓存节省</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakerCard</name>
    <message>
        <source>Breakers</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>Run health check now</source>
        <translation>立即运行健康检查</translation>
    </message>
    <message>
        <source>Reset breaker</source>
        <translation>重置熔断器</translation>
    </message>
    <message>
        <source>Hold open</source>
        <translation>保持断开</translation>
    </message>
    <message>
        <source>Breakers over time</source>
        <translation>熔断器随时间</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>provider, model</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Hold the breaker open?</source>
        <translation>保持熔断器断开？</translation>
    </message>
    <message>
        <source>Reset the breaker?</source>
        <translation>重置熔断器？</translation>
    </message>
    <message>
        <source>%1 gets no requests until you release it; routes use their other targets.</source>
        <translation>在您解除之前，%1 不会收到请求；路由使用其他目标。</translation>
    </message>
    <message>
        <source>%1 gets requests again at once, though its last attempts failed.</source>
        <translation>%1 将立即重新收到请求，尽管其最近的尝试失败了。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The breaker is held open.</source>
        <translation>熔断器保持断开。</translation>
    </message>
    <message>
        <source>The breaker is released.</source>
        <translation>熔断器已解除。</translation>
    </message>
    <message>
        <source>The breaker is reset.</source>
        <translation>熔断器已重置。</translation>
    </message>
    <message>
        <source>%1 did not pass the check.</source>
        <translation>%1 未通过检查。</translation>
    </message>
    <message>
        <source>%1 passed the check.</source>
        <translation>%1 已通过检查。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BreakerStrip</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>provider, model, state</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <comment>provider, model, time, state</comment>
        <translation>%1，%2，%3：%4</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetDialog</name>
    <message>
        <source>New budget</source>
        <translation>新建预算</translation>
    </message>
    <message>
        <source>Edit budget</source>
        <translation>编辑预算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create budget</source>
        <translation>创建预算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Refuse requests</source>
        <translation>拒绝请求</translation>
    </message>
    <message>
        <source>Only warn</source>
        <translation>仅警告</translation>
    </message>
    <message>
        <source>Redirect to %1</source>
        <translation>重定向到 %1</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>gateway, team:research, key:ci, person:ann, route:fast, provider:openai or tag:project=search</source>
        <translation>gateway、team:research、key:ci、person:ann、route:fast、provider:openai 或 tag:project=search</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Or a rolling one, for example P30D.</source>
        <translation>或滚动周期，例如 P30D。</translation>
    </message>
    <message>
        <source>Warn at (optional)</source>
        <translation>警告阈值（可选）</translation>
    </message>
    <message>
        <source>Percent of the amount, separated by commas.</source>
        <translation>金额的百分比，用逗号分隔。</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>用尽时</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetWords</name>
    <message>
        <source>per day</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>per quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>rolling, %1</source>
        <translation>滚动，%1</translation>
    </message>
    <message>
        <source>Whole gateway</source>
        <translation>整个网关</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>人员 %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>提供商 %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BudgetsPane</name>
    <message>
        <source>Used up</source>
        <translation>已用尽</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>已警告</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>End the pause</source>
        <translation>结束暂停</translation>
    </message>
    <message>
        <source>New budget…</source>
        <translation>新建预算…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Raise until reset…</source>
        <translation>提高至重置…</translation>
    </message>
    <message>
        <source>Reset now…</source>
        <translation>立即重置…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No budgets yet.</source>
        <translation>尚无预算。</translation>
    </message>
    <message>
        <source>A budget limits what the gateway, a team, a key or a provider may spend.</source>
        <translation>预算限制网关、团队、密钥或提供商可支出的金额。</translation>
    </message>
    <message>
        <source>Spending goes on</source>
        <translation>支出已恢复</translation>
    </message>
    <message>
        <source>%1, only warns</source>
        <translation>%1，仅警告</translation>
    </message>
    <message>
        <source>%1 and %2 added until it resets</source>
        <translation>%1，重置前另加 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 allows %2 more</source>
        <translation>%1还允许 %2</translation>
    </message>
    <message>
        <source>Spending is paused</source>
        <translation>支出已暂停</translation>
    </message>
    <message>
        <source>No request passes.</source>
        <translation>不放行任何请求。</translation>
    </message>
    <message>
        <source>No request passes except of: %1</source>
        <translation>除以下对象外不放行任何请求：%1</translation>
    </message>
    <message>
        <source>Created the budget of “%1”</source>
        <translation>已创建“%1”的预算</translation>
    </message>
    <message>
        <source>Changed the budget of “%1”</source>
        <translation>已更改“%1”的预算</translation>
    </message>
    <message>
        <source>Deleted the budget of “%1”</source>
        <translation>已删除“%1”的预算</translation>
    </message>
    <message>
        <source>Raised the budget of “%1” until it resets</source>
        <translation>已提高“%1”的预算，直至重置</translation>
    </message>
    <message>
        <source>Reset the budget now?</source>
        <translation>现在重置预算？</translation>
    </message>
    <message>
        <source>“%1” begins again with nothing spent. The requests stay in the ledger.</source>
        <translation>“%1”将从零支出重新开始。请求仍保留在账本中。</translation>
    </message>
    <message>
        <source>Reset budget</source>
        <translation>重置预算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reset the budget of “%1”</source>
        <translation>已重置“%1”的预算</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>重置时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>上级限制</translation>
    </message>
    <message>
        <source>Pause everything except…</source>
        <translation>暂停全部，除了…</translation>
    </message>
    <message>
        <source>Used up on</source>
        <translation>用尽日期</translation>
    </message>
    <message>
        <source>If it goes on as until now in this period</source>
        <translation>若本周期内保持目前速度</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::BulkRotateDialog</name>
    <message numerus="yes">
        <source>Rotate %n keys</source>
        <translation>
            <numerusform>轮换 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Rotate keys</source>
        <translation>轮换密钥</translation>
    </message>
    <message>
        <source>Copy all new secrets</source>
        <translation>复制所有新机密</translation>
    </message>
    <message>
        <source>I have saved the keys</source>
        <translation>我已保存这些密钥</translation>
    </message>
    <message>
        <source>They are refused at once</source>
        <translation>立即拒绝</translation>
    </message>
    <message>
        <source>They work for 1 more hour</source>
        <translation>再有效 1 小时</translation>
    </message>
    <message>
        <source>They work for 24 more hours</source>
        <translation>再有效 24 小时</translation>
    </message>
    <message>
        <source>They work for 7 more days</source>
        <translation>再有效 7 天</translation>
    </message>
    <message>
        <source>Old secrets</source>
        <translation>旧机密</translation>
    </message>
    <message>
        <source>New secrets, a line each</source>
        <translation>新机密，每行一个</translation>
    </message>
    <message>
        <source>Not rotated: %1</source>
        <translation>未轮换：%1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy the new secrets first, or tick that you have saved them: they cannot be shown again.</source>
        <translation>请先复制新机密，或勾选已保存：它们不会再次显示。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CapabilityModel</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Structured</source>
        <translation>结构化</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>已声明</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>已测试</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Tested on %1. Tests are kept until the gateway restarts.</source>
        <translation>测试于 %1。测试结果保留到网关重新启动。</translation>
    </message>
    <message>
        <source>Declared, but the test on %1 failed: %2</source>
        <translation>已声明，但 %1 的测试失败：%2</translation>
    </message>
    <message>
        <source>The test on %1 failed: %2</source>
        <translation>%1 的测试失败：%2</translation>
    </message>
    <message>
        <source>Declared by the built-in model list of %1, not tested here.</source>
        <translation>由 %1 的内置模型列表声明，尚未在此测试。</translation>
    </message>
    <message>
        <source>Not known: neither declared nor tested since the gateway started.</source>
        <translation>未知：网关启动以来既未声明也未测试。</translation>
    </message>
    <message>
        <source>Could not be tested: %1</source>
        <translation>无法测试：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Rerank</source>
        <translation>重排</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2, said by you</source>
        <translation>%1：%2，由您指定</translation>
    </message>
    <message>
        <source>Said by you. Otherwise: %1</source>
        <translation>由您指定。否则：%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CellsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChannelDialog</name>
    <message>
        <source>New channel</source>
        <translation>新建渠道</translation>
    </message>
    <message>
        <source>Edit channel</source>
        <translation>编辑渠道</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create channel</source>
        <translation>创建渠道</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>短名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name at the mail server (optional)</source>
        <translation>邮件服务器用户名（可选）</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Certificate authority (optional)</source>
        <translation>证书颁发机构（可选）</translation>
    </message>
    <message>
        <source>A PEM file on the gateway's computer, where the system's are not enough.</source>
        <translation>网关计算机上的 PEM 文件，用于系统证书不够时。</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>用逗号分隔。</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Address of the chat's webhook</source>
        <translation>聊天 Webhook 地址</translation>
    </message>
    <message>
        <source>Signing secret (optional)</source>
        <translation>签名密钥（可选）</translation>
    </message>
    <message>
        <source>One is stored; leave it empty to keep it.</source>
        <translation>已保存一个；留空则保持不变。</translation>
    </message>
    <message>
        <source>Who knows it may write there, so it is stored as a secret. Slack, Teams and Mattermost make one for a channel.</source>
        <translation>知道它的人都可以在那里发消息，因此作为密钥保存。Slack、Teams 和 Mattermost 可为频道创建。</translation>
    </message>
    <message>
        <source>Leave it empty to have one made; it is shown once.</source>
        <translation>留空则自动生成，仅显示一次。</translation>
    </message>
    <message>
        <source>smtps:// for TLS from the start, smtp:// for STARTTLS. Nothing is sent without TLS.</source>
        <translation>smtps:// 表示直接使用 TLS,smtp:// 表示 STARTTLS。没有 TLS 不会发送。</translation>
    </message>
    <message>
        <source>Each message is a POST with JSON, signed in x-gatehouse-signature.</source>
        <translation>每条消息都是带 JSON 的 POST，签名在 x-gatehouse-signature 中。</translation>
    </message>
    <message>
        <source>There is a channel of this name already.</source>
        <translation>已有同名渠道。</translation>
    </message>
    <message>
        <source>Paste the whole address, which begins with https://.</source>
        <translation>请粘贴完整地址，以 https:// 开头。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChargebackDialog</name>
    <message>
        <source>Write report…</source>
        <translation>写入报告…</translation>
    </message>
    <message>
        <source>Chargeback report</source>
        <translation>分摊报告</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>所有团队</translation>
    </message>
    <message>
        <source>PDF, for people</source>
        <translation>PDF，供阅读</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV，供表格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>To have it written each month, set the folder for reports (gateway.report_folder) in the configuration.</source>
        <translation>若要每月自动写入，请在配置中设置报告文件夹（gateway.report_folder）。</translation>
    </message>
    <message>
        <source>After each month the gateway writes both files to %1.</source>
        <translation>每月结束后，网关会把两个文件写入 %1。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month with its year, as QLocale::toString() reads it: "October 2026".</extracomment>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartDataModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartPanel</name>
    <message>
        <source>Export this chart as CSV</source>
        <translation>将此图表导出为 CSV</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>重置缩放</translation>
    </message>
    <message>
        <source>Show the same numbers as a table (T)</source>
        <translation>以表格显示相同数字（T）</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>打开请求</translation>
    </message>
    <message>
        <source>%1: numbers as a table</source>
        <translation>%1：以表格显示数字</translation>
    </message>
    <message>
        <source>%1: reset zoom</source>
        <translation>%1：重置缩放</translation>
    </message>
    <message>
        <source>%1: numbers</source>
        <translation>%1：数字</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ChartView</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>series, point, value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>series and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>point and its values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CheckList</name>
    <message>
        <source>Reach the provider</source>
        <translation>连接提供商</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>密钥被接受</translation>
    </message>
    <message>
        <source>Models listed</source>
        <translation>已列出模型</translation>
    </message>
    <message>
        <source>Short answer</source>
        <translation>简短回答</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>Tools and other abilities</source>
        <translation>工具和其他能力</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>The provider said: %1</source>
        <translation>提供商返回：%1</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>structured output</source>
        <translation>结构化输出</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>rerank</source>
        <translation>重排</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n tokens</source>
        <translation>
            <numerusform>%1，%n 个 token</numerusform>
        </translation>
    </message>
    <message>
        <source>First token after %1</source>
        <translation>首个 token 用时 %1</translation>
    </message>
    <message>
        <source>%1; not %2</source>
        <translation>%1；不支持 %2</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>The provider refused the key (%1)</source>
        <translation>提供商拒绝了密钥（%1）</translation>
    </message>
    <message>
        <source>No access token for this key</source>
        <translation>此密钥没有访问令牌</translation>
    </message>
    <message>
        <source>The token service was not reached</source>
        <translation>无法连接令牌服务</translation>
    </message>
    <message>
        <source>This provider lists no models</source>
        <translation>此提供商不列出模型</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>无法进行</translation>
    </message>
    <message>
        <source>Failed (%1)</source>
        <translation>失败（%1）</translation>
    </message>
    <message>
        <source>Check the host name in the address.</source>
        <translation>请检查地址中的主机名。</translation>
    </message>
    <message>
        <source>Check the certificate, or give the CA file of your own authority.</source>
        <translation>请检查证书，或提供您自己机构的 CA 文件。</translation>
    </message>
    <message>
        <source>Check the proxy's address.</source>
        <translation>请检查代理地址。</translation>
    </message>
    <message>
        <source>Use an address that may be called.</source>
        <translation>请使用允许访问的地址。</translation>
    </message>
    <message>
        <source>Check the address and that the server is running.</source>
        <translation>请检查地址以及服务器是否在运行。</translation>
    </message>
    <message>
        <source>Check the account's file or secret, and that the account may use the API.</source>
        <translation>请检查账户的文件或机密，以及该账户是否可以使用此 API。</translation>
    </message>
    <message>
        <source>Check the network, and that the token service may be called.</source>
        <translation>请检查网络，以及是否允许访问令牌服务。</translation>
    </message>
    <message>
        <source>Add the models by hand.</source>
        <translation>请手动添加模型。</translation>
    </message>
    <message>
        <source>Check that it was copied in full and is not revoked.</source>
        <translation>请检查密钥是否复制完整且未被吊销。</translation>
    </message>
    <message>
        <source>Check the account's credit and limits.</source>
        <translation>请检查账户余额和限额。</translation>
    </message>
    <message>
        <source>Try another model, or look at the provider's own words.</source>
        <translation>请尝试其他模型，或查看提供商的原话。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Chip</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>移除筛选 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Closing</name>
    <message>
        <source>Gatehouse keeps running in the tray so apps stay connected.</source>
        <translation>Gatehouse 在系统托盘中继续运行，应用保持连接。</translation>
    </message>
    <message>
        <source>Gatehouse stays in the tray and tells when something is wrong. The gateway runs in the background in any case.</source>
        <translation>Gatehouse 留在系统托盘中，出现问题时会提示。网关始终在后台运行。</translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>关闭窗口？</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>保持运行</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>改为退出</translation>
    </message>
    <message>
        <source>Always do this</source>
        <translation>始终这样做</translation>
    </message>
    <message>
        <source>Keep the gateway running in the background?</source>
        <translation>让网关在后台继续运行？</translation>
    </message>
    <message>
        <source>Without it, apps get no answers. Starting Gatehouse again shows the gateway that runs in the background.</source>
        <translation>没有网关，应用得不到回答。再次启动 Gatehouse 会显示在后台运行的网关。</translation>
    </message>
    <message>
        <source>Run as a background service</source>
        <translation>作为后台服务运行</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Quit Gatehouse?</source>
        <translation>退出 Gatehouse？</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running and the gateway ends with this program.</source>
        <translation>
            <numerusform>%n 个请求正在运行，网关会随此程序一起结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them, then quit</source>
        <translation>处理完后退出</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Finishing running requests</source>
        <translation>正在处理完运行中的请求</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are left.</source>
        <translation>
            <numerusform>还剩 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>Enter chooses, Esc goes back</source>
        <translation>Enter 选择，Esc 返回</translation>
    </message>
    <message>
        <source>&gt; actions   # request   @ key or team   ? help</source>
        <translation>&gt; 操作   # 请求   @ 密钥或团队   ? 帮助</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommandText</name>
    <message>
        <source>The quote %1 is not closed.</source>
        <translation>引号 %1 没有闭合。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CommitmentsPane</name>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Expected at the end</source>
        <translation>预计期末</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>过慢</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>过快</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>已用尽</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>It begins on %1.</source>
        <translation>将于 %1 开始。</translation>
    </message>
    <message>
        <source>It has ended; %1 stayed unused.</source>
        <translation>已结束；%1 未使用。</translation>
    </message>
    <message>
        <source>It has ended and was used up.</source>
        <translation>已结束并已用完。</translation>
    </message>
    <message>
        <source>Used up on %1.</source>
        <translation>已于 %1 用完。</translation>
    </message>
    <message>
        <source>At this pace it is used up on %1.</source>
        <translation>按此速度将于 %1 用完。</translation>
    </message>
    <message>
        <source>At this pace %1 stays unused.</source>
        <translation>按此速度将有 %1 未使用。</translation>
    </message>
    <message>
        <source>At this pace it is used up at its end.</source>
        <translation>按此速度将在期末用完。</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>List price × %1</source>
        <translation>标价 × %1</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺用量</translation>
    </message>
    <message>
        <source>New contract…</source>
        <translation>新建合同…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No contracts yet.</source>
        <translation>还没有合同。</translation>
    </message>
    <message>
        <source>A contract says what you have agreed to spend at a provider and until when.</source>
        <translation>合同说明您承诺在某提供商处花费多少以及截止时间。</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Burn-down</source>
        <translation>剩余曲线</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Left of “%1”</source>
        <translation>“%1”的剩余</translation>
    </message>
    <message>
        <source>Created the contract “%1”</source>
        <translation>已创建合同“%1”</translation>
    </message>
    <message>
        <source>Changed the contract “%1”</source>
        <translation>已更改合同“%1”</translation>
    </message>
    <message>
        <source>Deleted the contract “%1”</source>
        <translation>已删除合同“%1”</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>自定价格</translation>
    </message>
    <message>
        <source>%1 − %2 %</source>
        <translation>%1 − %2 %</translation>
    </message>
    <message>
        <source>Volume before discounts: %1, no tier reached.</source>
        <translation>折扣前用量：%1，尚未达到任何阶梯。</translation>
    </message>
    <message>
        <source>Volume before discounts: %1, tier of %2 reached.</source>
        <translation>折扣前用量：%1，已达到 %2 的阶梯。</translation>
    </message>
    <message>
        <source>The next, %1, at this pace on %2.</source>
        <translation>下一阶梯 %1，按此速度在 %2 达到。</translation>
    </message>
    <message>
        <source>The next, %1, is not reached at this pace.</source>
        <translation>下一阶梯 %1，按此速度达不到。</translation>
    </message>
    <message>
        <source>Still left</source>
        <translation>剩余</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConditionDialog</name>
    <message>
        <source>New condition</source>
        <translation>新建条件</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>名称（可选）</translation>
    </message>
    <message>
        <source>For people and traces</source>
        <translation>供人和跟踪记录查看</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Any; else ids: k1, k2</source>
        <translation>任意；或 ID：k1, k2</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Any; else ids: red, blue</source>
        <translation>任意；或 ID：red, blue</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Any; else project=search</source>
        <translation>任意；或 project=search</translation>
    </message>
    <message>
        <source>Caller bound to</source>
        <translation>调用方限定于</translation>
    </message>
    <message>
        <source>Any region; else eu, us</source>
        <translation>任意地区；或 eu, us</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any; else mon-fri 08:00-18:00</source>
        <translation>任意；或 mon-fri 08:00-18:00</translation>
    </message>
    <message>
        <source>Offers tools</source>
        <translation>提供工具</translation>
    </message>
    <message>
        <source>Has images</source>
        <translation>含图像</translation>
    </message>
    <message>
        <source>Has sound</source>
        <translation>含音频</translation>
    </message>
    <message>
        <source>Answer follows a schema</source>
        <translation>回答遵循结构</translation>
    </message>
    <message>
        <source>Answer is streamed</source>
        <translation>回答为流式</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Any; else x-app: search*</source>
        <translation>任意；或 x-app: search*</translation>
    </message>
    <message>
        <source>Prompt tokens above</source>
        <translation>提示 token 多于</translation>
    </message>
    <message>
        <source>Prompt tokens below</source>
        <translation>提示 token 少于</translation>
    </message>
    <message>
        <source>Budget used above</source>
        <translation>预算已用超过</translation>
    </message>
    <message>
        <source>Go to a route</source>
        <translation>转到路由</translation>
    </message>
    <message>
        <source>Use only some targets</source>
        <translation>仅用部分目标</translation>
    </message>
    <message>
        <source>Refuse the request</source>
        <translation>拒绝请求</translation>
    </message>
    <message>
        <source>gpu, openai/gpt-4o, tag:local</source>
        <translation>gpu, openai/gpt-4o, tag:local</translation>
    </message>
    <message>
        <source>Large prompts are not allowed here.</source>
        <translation>此处不允许过长的提示。</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Only these targets</source>
        <translation>仅这些目标</translation>
    </message>
    <message>
        <source>Sentence for the caller</source>
        <translation>给调用方的说明</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take into the draft</source>
        <translation>加入草稿</translation>
    </message>
    <message>
        <source>Edit condition</source>
        <translation>编辑条件</translation>
    </message>
    <message>
        <source>Say what happens then.</source>
        <translation>请说明随后的处理。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConfigurationFile</name>
    <message>
        <source>Import configuration…</source>
        <translation>导入配置…</translation>
    </message>
    <message>
        <source>Export configuration…</source>
        <translation>导出配置…</translation>
    </message>
    <message>
        <source>Secrets are written as references. An import shows its differences first.</source>
        <translation>机密以引用形式写入。导入时先显示差异。</translation>
    </message>
    <message>
        <source>Export configuration</source>
        <translation>导出配置</translation>
    </message>
    <message>
        <source>YAML (*.yaml)</source>
        <translation>YAML (*.yaml)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Import configuration</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>Configuration (*.json *.yaml *.yml)</source>
        <translation>配置 (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>This file cannot be imported. %1</source>
        <translation>无法导入此文件。%1</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>已导入 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConfigurationModel</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>This gateway is newer and has settings under %1 that this window does not know. They would be lost, so nothing was changed.</source>
        <translation>此网关版本较新，在 %1 下有此窗口不认识的设置。这些设置会丢失，因此未做任何更改。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConflictBanner</name>
    <message>
        <source>Show difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Apply mine again</source>
        <translation>重新应用我的更改</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的更改</translation>
    </message>
    <message>
        <source>The difference could not be read.</source>
        <translation>无法读取差异。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Conflicts</name>
    <message>
        <source>Your change was not saved: %1.</source>
        <translation>您的更改没有保存：%1。</translation>
    </message>
    <message>
        <source>The configuration was changed by someone else.</source>
        <translation>配置已被其他人更改。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConnectStep</name>
    <message>
        <source>Connect an app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>Give your app this address and key. The key cannot be shown again later.</source>
        <translation>在应用中填入此地址和密钥。密钥以后无法再次显示。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Key in an environment variable</source>
        <translation>密钥放在环境变量中</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>发送测试请求</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation>正在等待首个请求…</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
    <message>
        <source>✓ %1 in %2</source>
        <translation>✓ %1，用时 %2</translation>
    </message>
    <message>
        <source>✕ The gateway answered %1: %2</source>
        <translation>✕ 网关返回 %1：%2</translation>
    </message>
    <message>
        <source>✕ The gateway could not be reached at %1. %2</source>
        <translation>✕ 无法通过 %1 连接网关。%2</translation>
    </message>
    <message>
        <source>✕ %1 after %2: %3</source>
        <translation>✕ %1，用时 %2：%3</translation>
    </message>
    <message>
        <source>✓ %1 in %2, %3 tokens, %4</source>
        <translation>✓ %1，用时 %2，%3 token，%4</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>未定价</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ConnectionSection</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Switch to the provider of this key</source>
        <translation>切换到此密钥所属的提供商</translation>
    </message>
    <message>
        <source>Kind of provider</source>
        <translation>提供商类型</translation>
    </message>
    <message>
        <source>Paste the key, or a reference such as env:OPENAI_API_KEY. It goes to the key store when the provider accepts it.</source>
        <translation>粘贴密钥，或填写引用，例如 env:OPENAI_API_KEY。提供商接受后会存入密钥存储。</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>兼容 OpenAI</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>短名称</translation>
    </message>
    <message>
        <source>Stands in routes and model names. It cannot be changed later.</source>
        <translation>用于路由和模型名称。以后无法更改。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The part before /chat/completions or /messages.</source>
        <translation>/chat/completions 或 /messages 之前的部分。</translation>
    </message>
    <message>
        <source>Wire format</source>
        <translation>传输格式</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加标头</translation>
    </message>
    <message>
        <source>One a line, sent with every request. A value may be a reference such as keychain:NAME.</source>
        <translation>每行一个，随每个请求发送。值可以是引用，例如 keychain:NAME。</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP 代理</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>超时放弃</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>Name lookup and TLS included.</source>
        <translation>包括域名解析和 TLS。</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>等待回答</translation>
    </message>
    <message>
        <source>Until its first byte.</source>
        <translation>直到首个字节。</translation>
    </message>
    <message>
        <source>Silence in an answer</source>
        <translation>回答中的静默</translation>
    </message>
    <message>
        <source>The whole call</source>
        <translation>整个调用</translation>
    </message>
    <message>
        <source>%1, found at %2</source>
        <translation>%1，发现于 %2</translation>
    </message>
    <message>
        <source>Other OpenAI-compatible address</source>
        <translation>其他兼容 OpenAI 的地址</translation>
    </message>
    <message>
        <source>Stands in routes and model names.</source>
        <translation>用于路由和模型名称。</translation>
    </message>
    <message>
        <source>This looks like a key of %1. Switch to it</source>
        <translation>这看起来是 %1 的密钥。切换过去</translation>
    </message>
    <message>
        <source>Service account %1. It goes to the key store when the provider accepts it.</source>
        <translation>服务账号 %1。提供商接受后存入密钥库。</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Leave it empty for a Bedrock API key.</source>
        <translation>使用 Bedrock API 密钥时留空。</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>会话令牌</translation>
    </message>
    <message>
        <source>Only of temporary credentials.</source>
        <translation>仅用于临时凭据。</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账号</translation>
    </message>
    <message>
        <source>Secret access key or API key</source>
        <translation>私有访问密钥或 API 密钥</translation>
    </message>
    <message>
        <source>Choose its JSON file, or give a reference such as file:/run/secrets/gcp.json.</source>
        <translation>选择其 JSON 文件，或填写引用，例如 file:/run/secrets/gcp.json。</translation>
    </message>
    <message>
        <source>Leave it empty unless you use another address.</source>
        <translation>除非使用其他地址，否则留空。</translation>
    </message>
    <message>
        <source>The endpoint of the resource, as the Azure portal shows it.</source>
        <translation>资源的终结点，与 Azure 门户中显示的一致。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ContractDialog</name>
    <message>
        <source>New contract</source>
        <translation>新建合同</translation>
    </message>
    <message>
        <source>Edit contract</source>
        <translation>编辑合同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create contract</source>
        <translation>创建合同</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Amount to be used</source>
        <translation>应使用金额</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>There is a contract of this name already.</source>
        <translation>已存在同名合同。</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Models (optional)</source>
        <translation>模型（可选）</translation>
    </message>
    <message>
        <source>Discounts by volume</source>
        <translation>按用量折扣</translation>
    </message>
    <message>
        <source>One to a line: dollars used before discounts, then the percent off. Each holds from the day after.</source>
        <translation>每行一条：折扣前已用美元，然后是折扣百分比。从次日起生效。</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>自定价格</translation>
    </message>
    <message>
        <source>One to a line: model, dollars per million tokens in and out, and the volume they hold from, if any.</source>
        <translation>每行一条：模型、每百万输入和输出 token 的美元数，以及（如有）起始用量。</translation>
    </message>
    <message>
        <source>"%1" is no such line; write for example %2.</source>
        <translation>“%1”不是这样的一行；例如 %2。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CorrectHourDialog</name>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Corrected: %1 to %2</source>
        <comment>two days</comment>
        <translation>已更正：%1 至 %2</translation>
    </message>
    <message>
        <source>From %1 on</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Around the clock</source>
        <translation>全天候</translation>
    </message>
    <message>
        <source>Not by the hour</source>
        <translation>不按小时</translation>
    </message>
    <message>
        <source>Correct the price of an hour</source>
        <translation>更正每小时价格</translation>
    </message>
    <message>
        <source>For days that are past. The price of now is kept with the provider. Idle hours and requests booked by time are worked out anew; what stood there before is kept.</source>
        <translation>用于过去的日期。当前价格在提供方处设置。空闲小时和按时间记账的请求会重新计算；之前的数值会保留。</translation>
    </message>
    <message>
        <source>Machine of</source>
        <translation>机器所属</translation>
    </message>
    <message>
        <source>What an hour cost</source>
        <translation>每小时费用</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>保留在审计日志中。</translation>
    </message>
    <message>
        <source>What an hour was said to cost</source>
        <translation>每小时费用的记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>First look at the difference; nothing is changed by that.</source>
        <translation>请先查看差异；这不会更改任何内容。</translation>
    </message>
    <message>
        <source>The gateway works it out…</source>
        <translation>网关正在计算…</translation>
    </message>
    <message>
        <source>Paid %1 → %2, idle %3 → %4.</source>
        <translation>已付 %1 → %2，空闲 %3 → %4。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests cost something else.</source>
        <translation>
            <numerusform>%Ln 个请求的费用有变化。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::CostTab</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>To cache</source>
        <translation>写入缓存</translation>
    </message>
    <message>
        <source>To cache, 1 h</source>
        <translation>写入缓存，1 小时</translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation>音频输入</translation>
    </message>
    <message>
        <source>Pictures in</source>
        <translation>图片输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>Sound out</source>
        <translation>音频输出</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Own price, version %1</source>
        <translation>自定义价格，版本 %1</translation>
    </message>
    <message>
        <source>List of %1</source>
        <translation>%1 的价格表</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>每单位 %1</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Per million</source>
        <translation>每百万</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cost by part</source>
        <translation>各部分费用</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>未定价</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>Multiplier</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Unpriced. This model has no price, so the request is not in any sum.</source>
        <translation>未定价。此模型没有价格，因此该请求不计入任何合计。</translation>
    </message>
    <message>
        <source>Saved by the cache</source>
        <translation>缓存节省</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>价格表</translation>
    </message>
    <message>
        <source>Estimated, because the provider sent no count.</source>
        <translation>估算值，因为提供商未返回数量。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>budget, period</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>None in its present period.</source>
        <translation>在当前周期内没有。</translation>
    </message>
    <message>
        <source>Drawn from budgets</source>
        <translation>计入的预算</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DayStrip</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n record(s)</source>
        <translation>
            <numerusform>%1：%n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DeleteRouteDialog</name>
    <message>
        <source>It is a fallback of %1 and is taken out there.</source>
        <translation>它是 %1 的备用路由，将从那里移除。</translation>
    </message>
    <message>
        <source>Teams that may use it: %1.</source>
        <translation>可以使用它的团队：%1。</translation>
    </message>
    <message>
        <source>Keys that name it, and would be refused: %1.</source>
        <translation>指定了它、将被拒绝的密钥：%1。</translation>
    </message>
    <message>
        <source>Take it out of the teams and declared keys first.</source>
        <translation>请先将它从团队和已声明的密钥中移除。</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted yet</source>
        <translation>暂时无法删除“%1”</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>删除“%1”？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Delete route</source>
        <translation>删除路由</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DetailPane</name>
    <message>
        <source>Request %1</source>
        <translation>请求 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DifferenceText</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>备用路由</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Time to the first byte</source>
        <translation>首字节超时</translation>
    </message>
    <message>
        <source>Time without data</source>
        <translation>无数据超时</translation>
    </message>
    <message>
        <source>Time in all</source>
        <translation>总超时</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation>等待的请求数</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Price multiplier</source>
        <translation>价格倍数</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Pause between attempts</source>
        <translation>重试间隔</translation>
    </message>
    <message>
        <source>Data region</source>
        <translation>数据区域</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签名</translation>
    </message>
    <message>
        <source>Listen addresses</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Reporting time zone</source>
        <translation>报表时区</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>日志级别</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Input price</source>
        <translation>输入价格</translation>
    </message>
    <message>
        <source>Output price</source>
        <translation>输出价格</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Provider %1 added</source>
        <translation>已添加提供商 %1</translation>
    </message>
    <message>
        <source>Provider %1 removed</source>
        <translation>已移除提供商 %1</translation>
    </message>
    <message>
        <source>Route %1 added</source>
        <translation>已添加路由 %1</translation>
    </message>
    <message>
        <source>Route %1 removed</source>
        <translation>已移除路由 %1</translation>
    </message>
    <message>
        <source>Team %1 added</source>
        <translation>已添加团队 %1</translation>
    </message>
    <message>
        <source>Team %1 removed</source>
        <translation>已移除团队 %1</translation>
    </message>
    <message>
        <source>Price of %1 added</source>
        <translation>已添加 %1 的价格</translation>
    </message>
    <message>
        <source>Price of %1 removed</source>
        <translation>已移除 %1 的价格</translation>
    </message>
    <message>
        <source>Target %1 added to %2</source>
        <translation>已将目标 %1 添加到 %2</translation>
    </message>
    <message>
        <source>Target %1 removed from %2</source>
        <translation>已从 %2 移除目标 %1</translation>
    </message>
    <message>
        <source>Key %1 added to %2</source>
        <translation>已将密钥 %1 添加到 %2</translation>
    </message>
    <message>
        <source>Key %1 removed from %2</source>
        <translation>已从 %2 移除密钥 %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>what of whom: "Weight (openai/gpt-4o, fast)"</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 set to %2</source>
        <translation>%1 已设为 %2</translation>
    </message>
    <message>
        <source>%1 removed, was %2</source>
        <translation>%1 已移除，原为 %2</translation>
    </message>
    <message>
        <source>%1 turned on</source>
        <translation>%1 已打开</translation>
    </message>
    <message>
        <source>%1 turned off</source>
        <translation>%1 已关闭</translation>
    </message>
    <message>
        <source>Order of %1 changed to %2</source>
        <translation>%1 的顺序已改为 %2</translation>
    </message>
    <message>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 由 %2 改为 %3</translation>
    </message>
    <message>
        <source>%1 set</source>
        <translation>已设置 %1</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>Retention note</source>
        <translation>保留说明</translation>
    </message>
    <message>
        <source>Budget of %1 added</source>
        <translation>已添加预算 %1</translation>
    </message>
    <message>
        <source>Budget of %1 removed</source>
        <translation>已移除预算 %1</translation>
    </message>
    <message>
        <source>Alert %1 added</source>
        <translation>已添加警报 %1</translation>
    </message>
    <message>
        <source>Alert %1 removed</source>
        <translation>已移除警报 %1</translation>
    </message>
    <message>
        <source>Channel %1 added</source>
        <translation>已添加渠道 %1</translation>
    </message>
    <message>
        <source>Channel %1 removed</source>
        <translation>已移除渠道 %1</translation>
    </message>
    <message>
        <source>Contract %1 added</source>
        <translation>已添加合同 %1</translation>
    </message>
    <message>
        <source>Contract %1 removed</source>
        <translation>已移除合同 %1</translation>
    </message>
    <message>
        <source>Condition %1 added to %2</source>
        <translation>已将条件 %1 添加到 %2</translation>
    </message>
    <message>
        <source>Condition %1 removed from %2</source>
        <translation>已从 %2 移除条件 %1</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Second request when slow</source>
        <translation>缓慢时的第二次请求</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Slow streams</source>
        <translation>慢速流</translation>
    </message>
    <message>
        <source>End of the name</source>
        <translation>名称停用</translation>
    </message>
    <message>
        <source>Next attempts</source>
        <translation>后续尝试</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>What stays at one target</source>
        <translation>固定到一个目标的对象</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总时间</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>最大提示</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Stops at</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>After</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Errors above</source>
        <translation>错误高于</translation>
    </message>
    <message>
        <source>First token p95 above</source>
        <translation>首个 token p95 高于</translation>
    </message>
    <message>
        <source>Cost above</source>
        <translation>费用高于</translation>
    </message>
    <message>
        <source>Extra cost at most</source>
        <translation>额外费用上限</translation>
    </message>
    <message>
        <source>Limit a day</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>Fewest requests</source>
        <translation>最少请求数</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>熔断器</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败次数</translation>
    </message>
    <message>
        <source>Share of failures</source>
        <translation>失败比例</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗口</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>冷却时间</translation>
    </message>
    <message>
        <source>Longest rest</source>
        <translation>最长暂停</translation>
    </message>
    <message>
        <source>Slow start</source>
        <translation>缓慢启动</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS 区域</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Retry budget</source>
        <translation>重试额度</translation>
    </message>
    <message>
        <source>Learned limit</source>
        <translation>自学习限制</translation>
    </message>
    <message>
        <source>Cost an hour</source>
        <translation>每小时费用</translation>
    </message>
    <message>
        <source>Switching on and off</source>
        <translation>开关机</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>用尽时</translation>
    </message>
    <message>
        <source>Warns at</source>
        <translation>预警阈值</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>每分钟 token 数</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>高于</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>低于</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Administration address</source>
        <translation>管理地址</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backup schedule</source>
        <translation>备份计划</translation>
    </message>
    <message>
        <source>Hour of the backup</source>
        <translation>备份时刻</translation>
    </message>
    <message>
        <source>Backups kept</source>
        <translation>保留的备份数</translation>
    </message>
    <message>
        <source>Largest request</source>
        <translation>最大请求</translation>
    </message>
    <message>
        <source>Time to finish at a stop</source>
        <translation>停止时的收尾时间</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Currency rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Requests kept</source>
        <translation>请求保留时间</translation>
    </message>
    <message>
        <source>Sums kept</source>
        <translation>汇总保留时间</translation>
    </message>
    <message>
        <source>Bodies kept</source>
        <translation>正文保留时间</translation>
    </message>
    <message>
        <source>Responses kept</source>
        <translation>响应保留时间</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>记录文本</translation>
    </message>
    <message>
        <source>Refuse what has no price</source>
        <translation>拒绝未定价请求</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>同时连接数</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Week starts</source>
        <translation>每周起始日</translation>
    </message>
    <message>
        <source>Fetch images</source>
        <translation>获取图片</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Cache read price</source>
        <translation>缓存读取价格</translation>
    </message>
    <message>
        <source>Cache write price</source>
        <translation>缓存写入价格</translation>
    </message>
    <message>
        <source>Limits of new keys</source>
        <translation>新密钥的限额</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftBar</name>
    <message>
        <source>%1, target %2</source>
        <translation>%1，目标 %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Look for problems without changing anything (Ctrl+Enter)</source>
        <translation>查找问题，不做任何更改（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Bring the draft into force (Ctrl+Shift+Enter)</source>
        <translation>使草稿生效（Ctrl+Shift+Enter）</translation>
    </message>
    <message>
        <source>Problems of the draft</source>
        <translation>草稿的问题</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>无更改</translation>
    </message>
    <message numerus="yes">
        <source>Draft: %n changes</source>
        <translation>
            <numerusform>草稿：%n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n problems found.</source>
        <translation>
            <numerusform>发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your draft is based on the version before.</source>
        <translation>草稿基于上一个版本。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::DraftFlow</name>
    <message numerus="yes">
        <source>Published %n changes</source>
        <translation>
            <numerusform>已发布 %n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Not published. %1</source>
        <translation>未发布。%1</translation>
    </message>
    <message>
        <source>Another part of the configuration was changed meanwhile. Your draft is on top of it now: publish again.</source>
        <translation>配置的其他部分已在此期间更改。你的草稿现已基于最新版本：请再次发布。</translation>
    </message>
    <message>
        <source>The configuration was changed by someone else.</source>
        <translation>配置已被其他人更改。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EditorSection</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ErrorCard</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors by kind</source>
        <translation>按类型的错误</translation>
    </message>
    <message>
        <source>No failures in this range. %1 requests answered.</source>
        <translation>此范围内没有失败。已回答 %1 个请求。</translation>
    </message>
    <message>
        <source>Failed attempts by kind</source>
        <translation>按类型的失败尝试</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ErrorTableCard</name>
    <message>
        <source>Kinds of errors</source>
        <translation>错误类型</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventWords</name>
    <message>
        <source>Gateway started</source>
        <translation>网关已启动</translation>
    </message>
    <message>
        <source>Gateway stopped</source>
        <translation>网关已停止</translation>
    </message>
    <message>
        <source>Configuration file refused</source>
        <translation>配置文件被拒绝</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已创建备份</translation>
    </message>
    <message>
        <source>%1 is healthy</source>
        <translation>%1 健康</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 已降级</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 不可用</translation>
    </message>
    <message>
        <source>Key “%1” created</source>
        <translation>已创建密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” has a new secret</source>
        <translation>密钥“%1”有了新的机密</translation>
    </message>
    <message>
        <source>Key “%1” changed</source>
        <translation>已更改密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” disabled</source>
        <translation>已停用密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” enabled</source>
        <translation>已启用密钥“%1”</translation>
    </message>
    <message>
        <source>The old secret of key “%1” is refused now</source>
        <translation>密钥“%1”的旧机密现在被拒绝</translation>
    </message>
    <message>
        <source>Key “%1” deleted</source>
        <translation>已删除密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” restored</source>
        <translation>已恢复密钥“%1”</translation>
    </message>
    <message>
        <source>Key “%1” expires</source>
        <translation>密钥“%1”即将到期</translation>
    </message>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min</source>
        <translation>
            <numerusform>来自流量，5 分钟内 %n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>From traffic</source>
        <translation>来自流量</translation>
    </message>
    <message numerus="yes">
        <source>%n requests answered by other targets</source>
        <translation>
            <numerusform>%n 个请求由其他目标应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>已恢复备份</translation>
    </message>
    <message>
        <source>Backup will be restored at the next start</source>
        <translation>备份将在下次启动时恢复</translation>
    </message>
    <message>
        <source>%1 is passed over</source>
        <translation>%1 已被跳过</translation>
    </message>
    <message>
        <source>%1 takes requests again</source>
        <translation>%1 恢复接收请求</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts in a row failed; one at a time finds out whether it is back</source>
        <translation>
            <numerusform>连续 %n 次尝试失败；将逐个请求试探是否恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is held open</source>
        <translation>%1 被保持断开</translation>
    </message>
    <message>
        <source>%1 is not known to the provider</source>
        <translation>提供商不认识 %1</translation>
    </message>
    <message>
        <source>%1 is refused</source>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>%1 has run out of money</source>
        <translation>%1 余额已用完</translation>
    </message>
    <message>
        <source>The engine of %1 is awake</source>
        <translation>%1 的引擎已唤醒</translation>
    </message>
    <message>
        <source>The engine of %1 sleeps</source>
        <translation>%1 的引擎已休眠</translation>
    </message>
    <message>
        <source>The engine of %1 cannot be woken</source>
        <translation>无法唤醒 %1 的引擎</translation>
    </message>
    <message>
        <source>The engine of %1 cannot be put to sleep</source>
        <translation>无法让 %1 的引擎休眠</translation>
    </message>
    <message>
        <source>A model of %1 cannot be loaded</source>
        <translation>%1 的一个模型无法加载</translation>
    </message>
    <message>
        <source>The canary of %1 was halted</source>
        <translation>%1 的金丝雀已停止</translation>
    </message>
    <message>
        <source>%1 answers with another model</source>
        <translation>%1 用另一个模型作答</translation>
    </message>
    <message>
        <source>From a check, without traffic</source>
        <translation>来自检查，无流量</translation>
    </message>
    <message>
        <source>Too large a share of the attempts failed; one at a time finds out whether it is back</source>
        <translation>失败的尝试比例过高；每次放行一个请求以确认是否已恢复</translation>
    </message>
    <message>
        <source>It does not answer in time; one at a time finds out whether it is back</source>
        <translation>未能及时响应；每次放行一个请求以确认是否已恢复</translation>
    </message>
    <message>
        <source>It does far worse than the other targets of its routes</source>
        <translation>其表现远差于同一路由的其他目标</translation>
    </message>
    <message>
        <source>The account has no money or quota left</source>
        <translation>该账户已无余额或配额</translation>
    </message>
    <message>
        <source>The provider does not accept this key; others are used where there are any</source>
        <translation>提供商不接受此密钥；如有其他密钥则改用其他密钥</translation>
    </message>
    <message>
        <source>The audit log was changed</source>
        <translation>审计日志已被更改</translation>
    </message>
    <message>
        <source>The books do not agree</source>
        <translation>账目不一致</translation>
    </message>
    <message>
        <source>%1 requests were priced anew</source>
        <translation>已重新计算 %1 个请求的费用</translation>
    </message>
    <message>
        <source>Gateway restarts to restore a backup</source>
        <translation>网关正在重启以恢复备份</translation>
    </message>
    <message>
        <source>Scheduled backup failed</source>
        <translation>计划备份失败</translation>
    </message>
    <message>
        <source>Request log moved</source>
        <translation>请求日志已移动</translation>
    </message>
    <message>
        <source>Alert: %1</source>
        <translation>警报：%1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>Alerts do not arrive through channel %1</source>
        <translation>警报无法通过渠道 %1 送达</translation>
    </message>
    <message>
        <source>Bodies are being recorded</source>
        <translation>正在录制正文</translation>
    </message>
    <message>
        <source>Recording of bodies has ended</source>
        <translation>正文录制已结束</translation>
    </message>
    <message>
        <source>Monthly report written</source>
        <translation>已写入月度报告</translation>
    </message>
    <message>
        <source>A monthly report could not be written</source>
        <translation>无法写入月度报告</translation>
    </message>
    <message>
        <source>Budget nearly used up: %1</source>
        <translation>预算即将用尽：%1</translation>
    </message>
    <message>
        <source>Budget used up: %1</source>
        <translation>预算已用尽：%1</translation>
    </message>
    <message>
        <source>Budget raised: %1</source>
        <translation>预算已提高：%1</translation>
    </message>
    <message>
        <source>Budget begun anew: %1</source>
        <translation>预算已重新开始：%1</translation>
    </message>
    <message>
        <source>Spending is paused</source>
        <translation>支出已暂停</translation>
    </message>
    <message>
        <source>Spending goes on</source>
        <translation>支出已恢复</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 没有价格</translation>
    </message>
    <message>
        <source>“%1” was added to the people</source>
        <translation>已将“%1”加入人员</translation>
    </message>
    <message>
        <source>“%1” was changed</source>
        <translation>“%1”已更改</translation>
    </message>
    <message>
        <source>“%1” was removed from the people</source>
        <translation>已从人员中移除“%1”</translation>
    </message>
    <message>
        <source>“%1” was signed out everywhere</source>
        <translation>“%1”已在所有位置退出登录</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>alert, what it is about</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Version %1 by %2</source>
        <translation>版本 %1，操作者 %2</translation>
    </message>
    <message>
        <source>What an hour of %1 cost was corrected</source>
        <translation>%1 的每小时价格已更正</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::EventsCard</name>
    <message>
        <source>Recent events</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无事件。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExpiryDialog</name>
    <message>
        <source>Extend one key</source>
        <translation>延长 1 个密钥</translation>
    </message>
    <message numerus="yes">
        <source>Extend %n keys</source>
        <translation>
            <numerusform>延长 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExpiryField</name>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天后</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>90 天后</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>指定日期…</translation>
    </message>
    <message>
        <source>First day the key no longer works</source>
        <translation>密钥失效的第一天</translation>
    </message>
    <message>
        <source>The first day the key no longer works</source>
        <translation>密钥失效的第一天</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExplainTab</name>
    <message>
        <source>Explain a request</source>
        <translation>解释请求</translation>
    </message>
    <message>
        <source>How to describe the request</source>
        <translation>描述请求的方式</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Describe it in a form</source>
        <translation>用表单描述</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Paste its JSON</source>
        <translation>粘贴请求的 JSON</translation>
    </message>
    <message>
        <source>OpenAI chat</source>
        <translation>OpenAI Chat</translation>
    </message>
    <message>
        <source>Anthropic messages</source>
        <translation>Anthropic Messages</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Nothing is sent to any provider.</source>
        <translation>不会向任何提供商发送内容。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The app speaks</source>
        <translation>应用使用</translation>
    </message>
    <message>
        <source>Model or route</source>
        <translation>模型或路由</translation>
    </message>
    <message>
        <source>Has tools</source>
        <translation>含工具</translation>
    </message>
    <message>
        <source>Has images</source>
        <translation>含图像</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Take model, key and size of a past request</source>
        <translation>采用过往请求的模型、密钥和大小</translation>
    </message>
    <message>
        <source>Like a past request (optional)</source>
        <translation>参照过往请求（可选）</translation>
    </message>
    <message>
        <source>Prompt size in tokens</source>
        <translation>提示词大小（token）</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Which routes decide</source>
        <translation>由哪些路由决定</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>By the routes in force</source>
        <translation>按生效中的路由</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>By the draft</source>
        <translation>按草稿</translation>
    </message>
    <message>
        <source>Describe a request to see which steps it passes, which targets are weighed, and the order in which they would be tried.</source>
        <translation>描述一个请求，查看它会经过哪些步骤、权衡哪些目标以及尝试的顺序。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Targets weighed</source>
        <translation>权衡过的目标</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Any key</source>
        <translation>任意密钥</translation>
    </message>
    <message>
        <source>This is no JSON object: %1 (character %2).</source>
        <translation>这不是 JSON 对象：%1（第 %2 个字符）。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In force: %1
Draft: %2</source>
        <translation>生效中：%1
草稿：%2</translation>
    </message>
    <message>
        <source>This cannot be explained.</source>
        <translation>无法解释。</translation>
    </message>
    <message>
        <source>The request would be refused (%1).</source>
        <translation>请求会被拒绝（%1）。</translation>
    </message>
    <message>
        <source>Nothing would be tried.</source>
        <translation>不会尝试任何目标。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ExportControl</name>
    <message>
        <source>Export requests</source>
        <translation>导出请求</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>CSV file…</source>
        <translation>CSV 文件…</translation>
    </message>
    <message>
        <source>JSON lines file…</source>
        <translation>JSON Lines 文件…</translation>
    </message>
    <message>
        <source>Exporting requests</source>
        <translation>正在导出请求</translation>
    </message>
    <message>
        <source>%1 requests exported so far</source>
        <translation>目前已导出 %1 个请求</translation>
    </message>
    <message>
        <source>%1 requests exported</source>
        <translation>已导出 %1 个请求</translation>
    </message>
    <message>
        <source>The export ended without a file. %1</source>
        <translation>导出结束，未生成文件。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FallbackEditor</name>
    <message>
        <source>Add the chosen route as a fallback</source>
        <translation>将所选路由添加为备用</translation>
    </message>
    <message>
        <source>Move the fallback up</source>
        <translation>上移备用路由</translation>
    </message>
    <message>
        <source>Move the fallback down</source>
        <translation>下移备用路由</translation>
    </message>
    <message>
        <source>Remove the fallback</source>
        <translation>移除备用路由</translation>
    </message>
    <message>
        <source>Fallback routes</source>
        <translation>备用路由</translation>
    </message>
    <message>
        <source>Tried in this order when no target of this route answers.</source>
        <translation>当此路由的目标都不响应时，按此顺序尝试。</translation>
    </message>
    <message>
        <source>No other route</source>
        <translation>没有其他路由可用</translation>
    </message>
    <message>
        <source>Route to add as a fallback</source>
        <translation>要添加为备用的路由</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FinishSetupCard</name>
    <message>
        <source>Finish setup</source>
        <translation>完成配置</translation>
    </message>
    <message>
        <source>Add a provider and create a key. The first request through the gateway takes about a minute; you can leave at any step and continue here.</source>
        <translation>添加提供商并创建密钥。约一分钟即可通过网关发出首个请求；可在任何一步离开，再从这里继续。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FirstRequest</name>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Send a test request</source>
        <translation>发送测试请求</translation>
    </message>
    <message>
        <source>Asks the first model with the first key that may use it. It is booked like any other request.</source>
        <translation>用第一个有权使用的密钥询问第一个模型。它会像其他请求一样记账。</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>正在等待回答…</translation>
    </message>
    <message>
        <source>The test request was not sent. The gateway says: %1</source>
        <translation>测试请求没有发出。网关说：%1</translation>
    </message>
    <message>
        <source>✕ The gateway answered %1: %2</source>
        <translation>✕ 网关返回 %1：%2</translation>
    </message>
    <message>
        <source>✓ %1 answered with status %2.</source>
        <translation>✓ %1 已回答，状态 %2。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FirstRequestCard</name>
    <message>
        <source>Point an app at this address with one of your keys. Its first request shows up here within a second.</source>
        <translation>让应用使用此地址和任一密钥。其首个请求会在一秒内显示在这里。</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>尚无请求。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::FormField</name>
    <message>
        <source>Copy setting name</source>
        <translation>复制设置名称</translation>
    </message>
    <message>
        <source>Copy setting name %1</source>
        <translation>复制设置名称 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayCard</name>
    <message>
        <source>⇄ Connecting</source>
        <translation>⇄ 正在连接</translation>
    </message>
    <message>
        <source>◐ Starting</source>
        <translation>◐ 正在启动</translation>
    </message>
    <message>
        <source>● Running · %1 req/s</source>
        <translation>● 运行中 · %1 次/秒</translation>
    </message>
    <message>
        <source>▲ Degraded · %1 req/s</source>
        <translation>▲ 降级 · %1 次/秒</translation>
    </message>
    <message>
        <source>■ Stopped</source>
        <translation>■ 已停止</translation>
    </message>
    <message>
        <source>⊘ Offline</source>
        <translation>⊘ 离线</translation>
    </message>
    <message>
        <source>⊘ Offline since %1</source>
        <translation>⊘ 离线，自 %1 起</translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation>本地网关</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>Gateway: %1</source>
        <translation>网关：%1</translation>
    </message>
    <message>
        <source>Stop the gateway?</source>
        <translation>停止网关？</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running. New ones get no answer until it is started again.</source>
        <translation>
            <numerusform>%n 个请求正在运行。重新启动之前，新请求不会得到回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish them first</source>
        <translation>先处理完</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>◐ Stopping · %n running</source>
        <translation>
            <numerusform>◐ 正在停止 · %n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>◐ Stopping</source>
        <translation>◐ 正在停止</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关列表</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>停止 %1？</translation>
    </message>
    <message>
        <source>Apps get no answer until it is started again.</source>
        <translation>在重新启动之前，应用得不到任何回答。</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayColours</name>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金色</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅红</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Brick red</source>
        <translation>砖红</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayDialog</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Of its administration, for example https://gw.office:4418.</source>
        <translation>其管理地址，例如 https://gw.office:4418。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>连接到网关</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown in the sidebar; the host if empty.</source>
        <translation>显示在侧边栏中；留空则用主机名。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter an address such as https://gw.office:4418.</source>
        <translation>请输入类似 https://gw.office:4418 的地址。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>The gateway does not accept this token.</source>
        <translation>网关不接受此令牌。</translation>
    </message>
    <message>
        <source>No gateway answers at this address. %1</source>
        <translation>此地址没有网关应答。%1</translation>
    </message>
    <message>
        <source>The certificate is another than the one that was trusted before.</source>
        <translation>此证书与之前信任的证书不同。</translation>
    </message>
    <message>
        <source>No authority vouches for its certificate. Compare the fingerprint with the one on the gateway's own screen before you trust it:
%1</source>
        <translation>没有机构为其证书担保。信任之前，请与网关自身屏幕上的指纹比对：
%1</translation>
    </message>
    <message>
        <source>Trust and connect</source>
        <translation>信任并连接</translation>
    </message>
    <message>
        <source>Pairing code or administration token</source>
        <translation>配对码或管理令牌</translation>
    </message>
    <message>
        <source>“gatehousectl pair” on that computer shows a code for ten minutes. A token stands there in Settings, Security.</source>
        <translation>在那台计算机上运行“gatehousectl pair”会显示十分钟内有效的配对码。令牌位于那里的“设置”&gt;“安全”。</translation>
    </message>
    <message>
        <source>Too many wrong tries from this computer. Wait a minute.</source>
        <translation>此计算机错误尝试过多。请等待一分钟。</translation>
    </message>
    <message>
        <source>That gateway is too old for pairing codes. Use a token.</source>
        <translation>该网关版本过旧，不支持配对码。请使用令牌。</translation>
    </message>
    <message>
        <source>This code is wrong, used or older than ten minutes. Run “gatehousectl pair” again.</source>
        <translation>此配对码错误、已使用或超过十分钟。请重新运行“gatehousectl pair”。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayDraft</name>
    <message>
        <source>Saved the gateway settings</source>
        <translation>已保存网关设置</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>由 %1 设定</translation>
    </message>
    <message>
        <source>Set by %1, line %2</source>
        <translation>由 %1 第 %2 行设定</translation>
    </message>
    <message>
        <source>Default, because %1 does not set it</source>
        <translation>默认值，因为 %1 没有设定它</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the configuration first.</source>
        <translation>没有保存：其他人先更改了配置。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayLinks</name>
    <message>
        <source>Delete on %1?</source>
        <translation>在 %1 上删除？</translation>
    </message>
    <message>
        <source>Publish on %1?</source>
        <translation>在 %1 上发布？</translation>
    </message>
    <message>
        <source>This gateway is in production: its apps feel the change at once. It can be undone.</source>
        <translation>此网关处于生产环境：其应用会立即受到更改影响。更改可以撤销。</translation>
    </message>
    <message>
        <source>Delete on %1</source>
        <translation>在 %1 上删除</translation>
    </message>
    <message>
        <source>Publish on %1</source>
        <translation>在 %1 上发布</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewayList</name>
    <message>
        <source>Local gateway</source>
        <translation>本地网关</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1（生产）</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaySection</name>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>此计算机</translation>
    </message>
    <message>
        <source>Chosen addresses</source>
        <translation>指定地址</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>所有地址</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>监听</translation>
    </message>
    <message>
        <source>Who can reach the gateway.</source>
        <translation>谁可以连接网关。</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Addresses of this computer, separated by commas.</source>
        <translation>此计算机的地址，以逗号分隔。</translation>
    </message>
    <message>
        <source>Listen on all addresses, warning</source>
        <translation>监听所有地址、警告</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Part of the address that clients use.</source>
        <translation>客户端所用地址的一部分。</translation>
    </message>
    <message>
        <source>Port free, in use by</source>
        <translation>端口空闲、占用者</translation>
    </message>
    <message>
        <source>Base URLs for clients</source>
        <translation>客户端的基础 URL</translation>
    </message>
    <message>
        <source>Base URLs for clients, copy</source>
        <translation>客户端的基础 URL、复制</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Needed as soon as other computers use the gateway.</source>
        <translation>其他计算机使用网关时即需要。</translation>
    </message>
    <message>
        <source>Certificate, key, authority, fingerprint, office network, encryption</source>
        <translation>证书、密钥、颁发机构、指纹、办公网络、加密</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>The largest request that is taken; images and files need room.</source>
        <translation>可接受的最大请求；图像和文件需要空间。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Time to finish at a stop</source>
        <translation>停止时的收尾时间</translation>
    </message>
    <message>
        <source>Running requests get this long before they are cut.</source>
        <translation>运行中的请求在被切断前可用的时间。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Wait for the head</source>
        <translation>等待请求头</translation>
    </message>
    <message>
        <source>How long the first lines of a request may take to arrive.</source>
        <translation>请求的前几行最长多久到达。</translation>
    </message>
    <message>
        <source>Keep idle connections</source>
        <translation>保持空闲连接</translation>
    </message>
    <message>
        <source>How long a connection waits for its next request.</source>
        <translation>连接等待下一个请求的时间。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Open at once, over all clients.</source>
        <translation>所有客户端同时打开的总数。</translation>
    </message>
    <message>
        <source>Connections per address</source>
        <translation>每个地址的连接</translation>
    </message>
    <message>
        <source>Of one other computer; this computer has no bound of its own.</source>
        <translation>来自一台其他计算机；此计算机没有单独的上限。</translation>
    </message>
    <message>
        <source>Usual (100)</source>
        <translation>常用值（100）</translation>
    </message>
    <message>
        <source>Every computer that can reach these addresses can send requests. A key stays required.</source>
        <translation>能连接这些地址的任何计算机都可以发送请求。仍然需要密钥。</translation>
    </message>
    <message>
        <source>Every computer that can reach these addresses can send requests. A key stays required, but without TLS keys and prompts travel readable.</source>
        <translation>能连接这些地址的任何计算机都可以发送请求。仍然需要密钥，但没有 TLS，密钥和提示词会以明文传输。</translation>
    </message>
    <message>
        <source>Set by --listen %1</source>
        <translation>由 --listen %1 设定</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Wait for the body</source>
        <translation>等待正文</translation>
    </message>
    <message>
        <source>How long a body may take to arrive; large ones get longer.</source>
        <translation>请求正文到达所允许的时间；较大的正文更长。</translation>
    </message>
    <message>
        <source>Fetch images</source>
        <translation>获取图片</translation>
    </message>
    <message>
        <source>Some providers want an image itself, not its address. The gateway then loads it from where the request says; else such requests are refused.</source>
        <translation>有些提供商需要图片本身而不是其地址。开启后，网关会按请求给出的地址加载图片；否则此类请求会被拒绝。</translation>
    </message>
    <message>
        <source>Largest image</source>
        <translation>图片大小上限</translation>
    </message>
    <message>
        <source>Larger ones are not fetched.</source>
        <translation>更大的图片不会被获取。</translation>
    </message>
    <message>
        <source>Wait for an image</source>
        <translation>等待图片</translation>
    </message>
    <message>
        <source>How long an image may take to arrive, redirections included.</source>
        <translation>一张图片到达所允许的时间，包括重定向。</translation>
    </message>
    <message>
        <source>Only from these hosts</source>
        <translation>仅限这些主机</translation>
    </message>
    <message>
        <source>Separated by commas; *.example.com stands for all below it. Empty: any public host.</source>
        <translation>用逗号分隔；*.example.com 表示其下所有主机。留空：任何公网主机。</translation>
    </message>
    <message>
        <source>Hosts of your own network</source>
        <translation>自有网络中的主机</translation>
    </message>
    <message>
        <source>Private addresses are never asked but these, which may also speak plain http.</source>
        <translation>除这些主机外从不访问私有地址；这些主机也可以使用普通 http。</translation>
    </message>
    <message>
        <source>Images by address</source>
        <translation>按地址引用的图片</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaysDialog</name>
    <message>
        <source>This computer</source>
        <translation>此计算机</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Show this gateway</source>
        <translation>显示此网关</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关列表</translation>
    </message>
    <message>
        <source>Connect to another gateway…</source>
        <translation>连接到其他网关…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>您的角色</translation>
    </message>
    <message>
        <source>In production: ask before it is stopped and before deleting or publishing</source>
        <translation>生产环境：停止、删除或发布前询问</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>颜色标签</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>可连接</translation>
    </message>
    <message>
        <source>Wants a token</source>
        <translation>需要令牌</translation>
    </message>
    <message>
        <source>It answers, but takes no token that is kept here. Show it to enter one.</source>
        <translation>它有应答，但不接受此处保存的令牌。显示该网关以输入令牌。</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>No gateway answers at its address.</source>
        <translation>该地址没有网关应答。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GatewaysSection</name>
    <message>
        <source>Gateways</source>
        <translation>网关列表</translation>
    </message>
    <message>
        <source>Show list…</source>
        <translation>显示列表…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Gateways on other computers that this window can show, by address and administration token. Tokens are kept in the keychain.</source>
        <translation>此窗口可显示其他计算机上的网关，凭地址和管理令牌。令牌保存在钥匙串中。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::GeneralSection</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>启动与退出</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the windows, messages and reports.</source>
        <translation>用于窗口、消息和报告。</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Opens minimised when you log in to this computer.</source>
        <translation>登录此计算机时以最小化方式打开。</translation>
    </message>
    <message>
        <source>Start the gateway with the program</source>
        <translation>随程序启动网关</translation>
    </message>
    <message>
        <source>Otherwise it waits for the switch in the sidebar.</source>
        <translation>否则等待侧边栏中的开关。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Keep the gateway running</source>
        <translation>让网关继续运行</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>关闭窗口时</translation>
    </message>
    <message>
        <source>Apps stay connected as long as the gateway runs.</source>
        <translation>只要网关在运行，应用就保持连接。</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
    <message>
        <source>Simulated providers and 30 days of made-up requests, kept apart from your own gateway. Nothing leaves this computer.</source>
        <translation>模拟的提供商和 30 天的虚构请求，与自己的网关分开。数据不会离开本机。</translation>
    </message>
    <message>
        <source>Remove sample data</source>
        <translation>移除示例数据</translation>
    </message>
    <message>
        <source>Start with sample data</source>
        <translation>使用示例数据</translation>
    </message>
    <message>
        <source>Nobody has looked yet.</source>
        <translation>尚未检查。</translation>
    </message>
    <message>
        <source>Gatehouse %1 is the newest version.</source>
        <translation>Gatehouse %1 已是最新版本。</translation>
    </message>
    <message>
        <source>Gatehouse %1 is available; this is %2.</source>
        <translation>Gatehouse %1 可用；当前为 %2。</translation>
    </message>
    <message>
        <source>The list holds no release.</source>
        <translation>列表中没有发布版本。</translation>
    </message>
    <message>
        <source>What came is no list of releases. Check the address.</source>
        <translation>返回的内容不是发布列表。请检查地址。</translation>
    </message>
    <message>
        <source>There is nothing at this address (%1). Check it.</source>
        <translation>此地址没有内容（%1）。请检查。</translation>
    </message>
    <message>
        <source>The list was refused (%1). Try again later.</source>
        <translation>列表请求被拒绝（%1）。请稍后再试。</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>没有响应：%1</translation>
    </message>
    <message>
        <source>%1 Looked %2.</source>
        <extracomment>what came out, when</extracomment>
        <translation>%1 检查于 %2。</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Once a day. Reads the list of releases; nothing about you or this computer is sent.</source>
        <translation>每天一次。仅读取发布列表，不发送任何关于您或本机的信息。</translation>
    </message>
    <message>
        <source>List of releases</source>
        <translation>发布列表</translation>
    </message>
    <message>
        <source>Where new versions are announced, in the form that GitHub has.</source>
        <translation>公布新版本的地址，采用 GitHub 的格式。</translation>
    </message>
    <message>
        <source>Enter the address of a list of releases, for example https://api.github.com/repos/OWNER/NAME/releases.</source>
        <translation>请输入发布列表的地址，例如 https://api.github.com/repos/OWNER/NAME/releases。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>Last look</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadersTab</name>
    <message>
        <source>Show recorded headers</source>
        <translation>显示记录的标头</translation>
    </message>
    <message>
        <source>Headers of the request</source>
        <translation>请求的标头</translation>
    </message>
    <message>
        <source>Headers of the answer</source>
        <translation>回答的标头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The headers of this request were recorded. The audit log notes who looks at them.</source>
        <translation>这个请求的标头已被记录。审计日志会记下谁查看了它们。</translation>
    </message>
    <message>
        <source>Headers are recorded together with bodies, and nothing of this request was recorded.</source>
        <translation>标头与正文一起记录，而这个请求没有任何内容被记录。</translation>
    </message>
    <message>
        <source>Headers were not kept yet when this request was recorded.</source>
        <translation>记录这个请求时还不保留标头。</translation>
    </message>
    <message>
        <source>Keys, tokens and cookies are taken out before headers are stored.</source>
        <translation>标头存储之前会去掉密钥、令牌和 Cookie。</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>Answer: status %1</source>
        <translation>回答：状态 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadroomCard</name>
    <message>
        <source>Rate limits of providers</source>
        <translation>提供商的速率限制</translation>
    </message>
    <message>
        <source>No provider has told how much of its limits is left.</source>
        <translation>还没有提供商告知其限额的剩余量。</translation>
    </message>
    <message>
        <source>as they last said</source>
        <translation>按其最近告知</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeadroomRows</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>输入 token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>输出 token</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1：剩余 %2</translation>
    </message>
    <message>
        <source>%1: %2 left, full again in %3</source>
        <translation>%1：剩余 %2，%3 后恢复</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Limit of</source>
        <translation>限制项</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Left of all</source>
        <translation>剩余 / 总量</translation>
    </message>
    <message>
        <source>Full again in</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>告知于</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HealthSection</name>
    <message>
        <source>Show requests</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <source>Checks of the last test</source>
        <translation>上次测试的检查项</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>None since the gateway started</source>
        <translation>网关启动以来没有</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>A test sends a few small requests to see what works. It has not run yet.</source>
        <translation>测试会发送几个小请求，查看哪些功能可用。尚未运行。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>The provider answers.</source>
        <translation>提供商有响应。</translation>
    </message>
    <message>
        <source>The provider did not answer as it should.</source>
        <translation>提供商未按预期回答。</translation>
    </message>
    <message>
        <source>This test used %1 tokens, %2.</source>
        <translation>此次测试使用了 %1 token，%2。</translation>
    </message>
    <message>
        <source>This test used %1 tokens.</source>
        <translation>此次测试使用了 %1 token。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>速率限制</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Latest checks</source>
        <translation>最近的检查</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HeatMap</name>
    <message numerus="yes">
        <source>%1, %2 to %3: %n answers</source>
        <comment>time, least and most value</comment>
        <translation>
            <numerusform>%1，%2 至 %3：%n 个回答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ImportDialog</name>
    <message>
        <source>Apply the configuration</source>
        <translation>应用配置</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会更改的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This file says the same as the configuration in force.</source>
        <translation>此文件与生效中的配置相同。</translation>
    </message>
    <message>
        <source>It replaces the whole configuration, as one revision that can be undone. These are the differences:</source>
        <translation>它会替换整个配置，作为一个可撤销的版本。差异如下：</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::IncidentCard</name>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No incidents in this range.</source>
        <translation>此范围内没有事件。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge the chosen incident (A)</source>
        <translation>确认所选事件 (A)</translation>
    </message>
    <message>
        <source>%1, goes on</source>
        <translation>%1，仍在继续</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Incident acknowledged.</source>
        <translation>事件已确认。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::IncidentRows</name>
    <message>
        <source>%1: %2</source>
        <comment>kind of error and count</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 answered elsewhere</source>
        <translation>%1 个由他处回答</translation>
    </message>
    <message>
        <source>%1 answered by %2</source>
        <translation>%1 个由 %2 回答</translation>
    </message>
    <message>
        <source>%1; callers saw no errors</source>
        <translation>%1；调用方未见错误</translation>
    </message>
    <message numerus="yes">
        <source>%1; callers saw %n errors</source>
        <translation>
            <numerusform>%1；调用方看到 %n 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>由 %1 确认</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>What the gateway did</source>
        <translation>网关的处理</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, goes on</source>
        <translation>%1，仍在继续</translation>
    </message>
    <message>
        <source>Share of attempts that failed at the worst</source>
        <translation>最严重时失败尝试的比例</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::InvoicePane</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Tokens, invoice</source>
        <translation>token（发票）</translation>
    </message>
    <message>
        <source>Tokens, books</source>
        <translation>token（账簿）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Invoice has more</source>
        <translation>发票较多</translation>
    </message>
    <message>
        <source>Invoice has less</source>
        <translation>发票较少</translation>
    </message>
    <message>
        <source>Not in the books</source>
        <translation>不在账簿中</translation>
    </message>
    <message>
        <source>Not on the invoice</source>
        <translation>不在发票上</translation>
    </message>
    <message>
        <source>usage export of OpenAI</source>
        <translation>OpenAI 用量导出</translation>
    </message>
    <message>
        <source>cost export of OpenAI</source>
        <translation>OpenAI 费用导出</translation>
    </message>
    <message>
        <source>usage export of Anthropic</source>
        <translation>Anthropic 用量导出</translation>
    </message>
    <message>
        <source>cost export of Anthropic</source>
        <translation>Anthropic 费用导出</translation>
    </message>
    <message>
        <source>table of usage</source>
        <translation>用量表</translation>
    </message>
    <message>
        <source>Choose the usage file</source>
        <translation>选择用量文件</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Invoice check</source>
        <translation>发票核对</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Check a usage file…</source>
        <translation>核对用量文件…</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>Use the invoice's price</source>
        <translation>采用发票价格</translation>
    </message>
    <message>
        <source>Makes an own price of the model, scaled so that the books meet the invoice. It can be taken back.</source>
        <translation>为该模型建立自有价格，按比例使账簿与发票相符。可以撤销。</translation>
    </message>
    <message>
        <source>Does the invoice match?</source>
        <translation>发票相符吗？</translation>
    </message>
    <message>
        <source>Choose the usage or cost export (CSV) of OpenAI or Anthropic, or a table with the columns date, model, input_tokens, output_tokens and cost. Days are UTC days, as providers count them.</source>
        <translation>选择 OpenAI 或 Anthropic 的用量或费用导出（CSV），或含 date、model、input_tokens、output_tokens 和 cost 列的表格。日期为提供商采用的 UTC 日。</translation>
    </message>
    <message>
        <source>Invoice and books</source>
        <translation>发票与账簿</translation>
    </message>
    <message>
        <source>The file is larger than 32 MiB; export a shorter time.</source>
        <translation>文件大于 32 MiB；请导出更短的时段。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, line and column</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Another price would explain the gap</source>
        <translation>另一价格可以解释差距</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>form, first and last day</comment>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>Invoice %1, books %2, gap %3</source>
        <translation>发票 %1，账簿 %2，差距 %3</translation>
    </message>
    <message>
        <source>The file has tokens only; costs are not compared.</source>
        <translation>文件只有 token；不比较费用。</translation>
    </message>
    <message>
        <source>Took the price of “%1” from the invoice</source>
        <translation>已采用发票上“%1”的价格</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::JobStrip</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 · %3 left</source>
        <translation>%1 %2 · 剩余 %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n more</source>
        <translation>
            <numerusform>%1，还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>取消：%1</translation>
    </message>
    <message>
        <source>%1 %2 · a few seconds left</source>
        <translation>%1 %2 · 剩余几秒</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyActions</name>
    <message>
        <source>Disabled “%1”</source>
        <translation>已停用“%1”</translation>
    </message>
    <message>
        <source>Enabled “%1”</source>
        <translation>已启用“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Disabled %n keys</source>
        <translation>
            <numerusform>已停用 %n 个密钥</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enabled %n keys</source>
        <translation>
            <numerusform>已启用 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>已删除“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n keys</source>
        <translation>
            <numerusform>已删除 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored “%1”</source>
        <translation>已恢复“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Restored %n keys</source>
        <translation>
            <numerusform>已恢复 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed the expiry of “%1”</source>
        <translation>已更改“%1”的到期时间</translation>
    </message>
    <message numerus="yes">
        <source>Changed the expiry of %n keys</source>
        <translation>
            <numerusform>已更改 %n 个密钥的到期时间</numerusform>
        </translation>
    </message>
    <message>
        <source>The old secret of “%1” is refused now</source>
        <translation>“%1”的旧机密现已被拒绝</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Moved one key to %1</source>
        <translation>已将一个密钥移到 %1</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n keys to %1</source>
        <translation>
            <numerusform>已将 %n 个密钥移到 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDetailPanel</name>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>此密钥</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Rotated</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Old secret ended</source>
        <translation>终止旧机密</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>未定价</translation>
    </message>
    <message>
        <source>Key details</source>
        <translation>密钥详情</translation>
    </message>
    <message>
        <source>Allows</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>决定项</translation>
    </message>
    <message>
        <source>Effective access</source>
        <translation>有效访问权限</translation>
    </message>
    <message>
        <source>Spend in 30 days</source>
        <translation>30 天内的支出</translation>
    </message>
    <message>
        <source>Spend of each of the last 30 days</source>
        <translation>最近 30 天每天的支出</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求模型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>最近请求</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>尚无请求。</translation>
    </message>
    <message>
        <source>Show all requests of this key</source>
        <translation>显示此密钥的所有请求</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>History of the key</source>
        <translation>密钥的历史记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>End overlap now</source>
        <translation>立即结束重叠期</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>旧机密</translation>
    </message>
    <message>
        <source>Restorable</source>
        <translation>可恢复</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The team “%1” does not exist, so the key is refused.</source>
        <translation>团队“%1”不存在，因此密钥被拒绝。</translation>
    </message>
    <message>
        <source>No model or route is left that this key may call.</source>
        <translation>此密钥已没有可调用的模型或路由。</translation>
    </message>
    <message>
        <source>May call %1.</source>
        <translation>可调用 %1。</translation>
    </message>
    <message numerus="yes">
        <source>May call %1 and %n more.</source>
        <translation>
            <numerusform>可调用 %1 和另外 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Requests never leave %2.</source>
        <translation>%1请求不会离开 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 unpriced requests</source>
        <translation>%1，另有 %2 个未定价请求</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation>生效的限额</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>When it is busy</source>
        <translation>繁忙时</translation>
    </message>
    <message>
        <source>Behind others (batch)</source>
        <translation>排在其他之后（批处理）</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>记录文本</translation>
    </message>
    <message>
        <source>Accepted until %1, last used %2</source>
        <translation>接受至 %1，最近使用于 %2</translation>
    </message>
    <message>
        <source>Accepted until %1, not used since</source>
        <translation>接受至 %1，此后未使用</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDialog</name>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown with every request the key makes.</source>
        <translation>会显示在此密钥的每个请求中。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Models and routes</source>
        <translation>模型和路由</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Edit key “%1”</source>
        <translation>编辑密钥“%1”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter a name, for example the app or person that uses the key.</source>
        <translation>请输入名称，例如使用此密钥的应用或人员。</translation>
    </message>
    <message>
        <source>A key with this name exists. Choose another name.</source>
        <translation>已有同名密钥。请选择其他名称。</translation>
    </message>
    <message>
        <source>Tick at least one model or route, or choose All.</source>
        <translation>请至少勾选一个模型或路由，或选择“全部”。</translation>
    </message>
    <message>
        <source>The key could not be saved. %1</source>
        <translation>无法保存密钥。%1</translation>
    </message>
    <message>
        <source>project=search, stage=live</source>
        <translation>project=search, stage=live</translation>
    </message>
    <message>
        <source>Tags (optional)</source>
        <translation>标签（可选）</translation>
    </message>
    <message>
        <source>Booked with every request.</source>
        <translation>随每个请求一起记账。</translation>
    </message>
    <message>
        <source>Write each tag once as name=value, with commas between them.</source>
        <translation>每个标签写一次，格式为 名称=值，之间用逗号分隔。</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>无特定人员</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>任意区域</translation>
    </message>
    <message>
        <source>Any provider</source>
        <translation>任意提供商</translation>
    </message>
    <message>
        <source>Any address</source>
        <translation>任意地址</translation>
    </message>
    <message>
        <source>Parts of the key</source>
        <translation>密钥的各部分</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Budget and limits</source>
        <translation>预算与限额</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Owner (optional)</source>
        <translation>所有者（可选）</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>从模板开始</translation>
    </message>
    <message>
        <source>Like people who wait</source>
        <translation>如同有人等待</translation>
    </message>
    <message>
        <source>Behind others (batch)</source>
        <translation>排在其他之后（批处理）</translation>
    </message>
    <message>
        <source>As set elsewhere</source>
        <translation>按其他设置</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Regions it never leaves</source>
        <translation>不离开的区域</translation>
    </message>
    <message>
        <source>For example eu, on-prem.</source>
        <translation>例如 eu、on-prem。</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>可用的提供商</translation>
    </message>
    <message>
        <source>For example gpu/*, openai/gpt-4o.</source>
        <translation>例如 gpu/*、openai/gpt-4o。</translation>
    </message>
    <message>
        <source>Addresses it works from</source>
        <translation>允许的来源地址</translation>
    </message>
    <message>
        <source>For example 10.20.0.0/16, 2001:db8::/32. From elsewhere it is refused.</source>
        <translation>例如 10.20.0.0/16、2001:db8::/32。来自其他地址会被拒绝。</translation>
    </message>
    <message>
        <source>When it is busy</source>
        <translation>繁忙时</translation>
    </message>
    <message>
        <source>Record texts</source>
        <translation>记录文本</translation>
    </message>
    <message>
        <source>Write addresses or networks such as 10.20.0.0/16 or 2001:db8::/32, with commas between them.</source>
        <translation>请写地址或网段，如 10.20.0.0/16 或 2001:db8::/32，用逗号分隔。</translation>
    </message>
    <message>
        <source>Write provider/* or provider/model, with commas between them.</source>
        <translation>请写 提供商/* 或 提供商/模型，用逗号分隔。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyDialogs</name>
    <message>
        <source>Key “%1” created</source>
        <translation>已创建密钥“%1”</translation>
    </message>
    <message>
        <source>Changed “%1”</source>
        <translation>已更改“%1”</translation>
    </message>
    <message>
        <source>New secret of “%1”</source>
        <translation>“%1”的新机密</translation>
    </message>
    <message>
        <source>End the overlap of “%1” now?</source>
        <translation>立即结束“%1”的重叠期？</translation>
    </message>
    <message>
        <source>Apps that still use the old secret are refused from this moment. This cannot be undone.</source>
        <translation>仍在使用旧机密的应用从现在起会被拒绝。此操作无法撤销。</translation>
    </message>
    <message>
        <source>End overlap</source>
        <translation>结束重叠期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyMover</name>
    <message>
        <source>Move the key to the sealed file?</source>
        <translation>将密钥移到保险库？</translation>
    </message>
    <message>
        <source>Move the key to the keychain?</source>
        <translation>将密钥移到钥匙串？</translation>
    </message>
    <message>
        <source>Everything that uses %1 follows. Requests that are running are not cut off.</source>
        <translation>使用 %1 的所有地方都会随之更改。正在运行的请求不会中断。</translation>
    </message>
    <message>
        <source>Move key</source>
        <translation>移动密钥</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>The key is kept as %1 now.</source>
        <translation>密钥现在保存为 %1。</translation>
    </message>
    <message>
        <source>The key could not be moved. %1</source>
        <translation>无法移动密钥。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyStep</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region, optional</source>
        <translation>区域（可选）</translation>
    </message>
    <message>
        <source>For example us or eu-west</source>
        <translation>例如 us 或 eu-west</translation>
    </message>
    <message>
        <source>Routes can keep requests inside a region.</source>
        <translation>路由可以让请求只留在某个区域内。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Switch provider</source>
        <translation>切换提供商</translation>
    </message>
    <message>
        <source>Encrypted file, asks for a passphrase at start</source>
        <translation>加密文件，启动时询问口令</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>仅在本次会话中保留</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The key is gone when the gateway stops, and is asked for again.</source>
        <translation>网关停止后密钥即丢失，需要再次输入。</translation>
    </message>
    <message>
        <source>Enter address and key</source>
        <translation>输入地址和密钥</translation>
    </message>
    <message>
        <source>Enter your key for %1</source>
        <translation>输入 %1 的密钥</translation>
    </message>
    <message>
        <source>Only the gateway uses it. Your apps get keys of their own in a later step.</source>
        <translation>仅网关使用此密钥。应用会在后面的步骤获得各自的密钥。</translation>
    </message>
    <message>
        <source>Key, if the address needs one</source>
        <translation>密钥（如果该地址需要）</translation>
    </message>
    <message>
        <source>Create a key at %1</source>
        <translation>在 %1 创建密钥</translation>
    </message>
    <message>
        <source>Stored in %1.</source>
        <translation>存储于 %1。</translation>
    </message>
    <message>
        <source>Stored in %1, which is locked. It is unlocked when you go on.</source>
        <translation>存储于 %1，目前已锁定。继续时会解锁。</translation>
    </message>
    <message>
        <source>Stored in %1. Enter its passphrase.</source>
        <translation>存储于 %1。请输入其口令。</translation>
    </message>
    <message>
        <source>This system has no keychain. Choose where the key is kept.</source>
        <translation>此系统没有钥匙串。请选择密钥的存放位置。</translation>
    </message>
    <message>
        <source>This looks like a key for %1.</source>
        <translation>这看起来是 %1 的密钥。</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// or http://, for example https://models.example.com/v1.</source>
        <translation>请输入以 https:// 或 http:// 开头的地址，例如 https://models.example.com/v1。</translation>
    </message>
    <message>
        <source>Paste or type the key for %1.</source>
        <translation>请粘贴或输入 %1 的密钥。</translation>
    </message>
    <message>
        <source>A key is one word without spaces. Copy only the key.</source>
        <translation>密钥是一串不含空格的字符。请只复制密钥。</translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>Encrypted file, opens by itself</source>
        <translation>加密文件，自动打开</translation>
    </message>
    <message>
        <source>Its key lies beside it: whoever reads the data folder can read your keys.</source>
        <translation>其密钥文件就在旁边：能读取数据文件夹的人就能读取您的密钥。</translation>
    </message>
    <message>
        <source>Kept for this session only.</source>
        <translation>仅在本次会话中保留。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyText</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeyboardSection</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Letters as shortcuts</source>
        <translation>字母快捷键</translation>
    </message>
    <message>
        <source>N for new, T for test, E for explain and others that work alone, while no text is being typed.</source>
        <translation>N 新建、T 测试、E 解释等单个字母，在未输入文本时有效。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts, keys, commands, change, reset</source>
        <translation>键盘快捷键、按键、命令、更改、重置</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysModel</name>
    <message>
        <source>Declared in the configuration</source>
        <translation>在配置中声明</translation>
    </message>
    <message>
        <source>Declared in %1</source>
        <translation>在 %1 中声明</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>The old secret is accepted until %1.</source>
        <translation>旧机密接受至 %1。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>无预算</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Limit that binds</source>
        <translation>起作用的限额</translation>
    </message>
    <message>
        <source>Requests/min</source>
        <translation>请求/分钟</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>最近使用于 %1。</translation>
    </message>
    <message>
        <source>It has not been used since.</source>
        <translation>此后未被使用。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysPane</name>
    <message>
        <source>No keys yet.</source>
        <translation>尚无密钥。</translation>
    </message>
    <message>
        <source>Apps need a key to use the gateway.</source>
        <translation>应用需要密钥才能使用网关。</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>筛选密钥</translation>
    </message>
    <message>
        <source>Filter by words, or paste a whole key to find it</source>
        <translation>按文字筛选，或粘贴完整密钥进行查找</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>所有密钥</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>从未使用</translation>
    </message>
    <message>
        <source>Unused for 90 days</source>
        <translation>90 天未使用</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>最近删除</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Extend expiry…</source>
        <translation>延长到期时间…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>No key matches.</source>
        <translation>没有匹配的密钥。</translation>
    </message>
    <message>
        <source>The keys could not be read.</source>
        <translation>无法读取密钥。</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>网关没有响应。请启动网关或检查连接，然后重试。</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>网关返回错误：%1。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the keys as of %1.</source>
        <translation>网关没有响应。所示为截至 %1 的密钥。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last keys read.</source>
        <translation>网关没有响应。所示为最后读取的密钥。</translation>
    </message>
    <message>
        <source>The books did not answer: what the keys spent is not shown.</source>
        <translation>账目没有响应：不显示密钥的支出。</translation>
    </message>
    <message>
        <source>No keys yet. Deleted ones wait under Recently deleted.</source>
        <translation>尚无密钥。已删除的密钥在“最近删除”中。</translation>
    </message>
    <message>
        <source>Every key has been used.</source>
        <translation>所有密钥都已使用过。</translation>
    </message>
    <message>
        <source>Every key was used in the last 90 days.</source>
        <translation>所有密钥在最近 90 天内都使用过。</translation>
    </message>
    <message>
        <source>No deleted keys. A deleted key can be restored for 30 days.</source>
        <translation>没有已删除的密钥。已删除的密钥可在 30 天内恢复。</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 个密钥</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 个密钥</translation>
    </message>
    <message>
        <source>%1, %2 selected</source>
        <translation>%1，已选 %2 个</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>操作未成功。</translation>
    </message>
    <message>
        <source>The secret of “%1” is kept outside. %2: change it there.</source>
        <translation>“%1”的机密保存在外部。%2：请在那里更改。</translation>
    </message>
    <message>
        <source>A key got out…</source>
        <translation>密钥泄露…</translation>
    </message>
    <message>
        <source>Looks for keys in a text, and says what they did</source>
        <translation>在文本中查找密钥，并说明它们做了什么</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>轮换…</translation>
    </message>
    <message>
        <source>What was pasted is no key of this gateway, or the text is not whole.</source>
        <translation>粘贴的内容不是此网关的密钥，或文本不完整。</translation>
    </message>
    <message>
        <source>The pasted key is not the current secret of “%1”: it was rotated, and is refused.</source>
        <translation>粘贴的密钥不是“%1”当前的机密：它已被轮换并会被拒绝。</translation>
    </message>
    <message>
        <source>The pasted key is the old secret of “%1”, which is still accepted.</source>
        <translation>粘贴的密钥是“%1”的旧机密，目前仍被接受。</translation>
    </message>
    <message>
        <source>Filter, or paste a key</source>
        <translation>筛选，或粘贴密钥</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysSection</name>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Tested and stored when you save.</source>
        <translation>保存时进行测试并存储。</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>The provider refused this key. It is tried again after five minutes, or at once after it is rotated.</source>
        <translation>提供商拒绝了此密钥。五分钟后会再次尝试，轮换后则立即尝试。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>The key store is locked.</source>
        <translation>密钥存储已锁定。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>The key store has no such key. Rotate it to give it a value again.</source>
        <translation>密钥存储中没有此密钥。轮换后可重新赋值。</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>stored when you save</source>
        <translation>保存时存储</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>No key. Requests are sent without one.</source>
        <translation>没有密钥。请求发送时不带密钥。</translation>
    </message>
    <message>
        <source>Keys, in the order they are used</source>
        <translation>按使用顺序排列的密钥</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>轮换…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Move the key up</source>
        <translation>上移密钥</translation>
    </message>
    <message>
        <source>Move the key down</source>
        <translation>下移密钥</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Paste the key, or a reference such as env:OPENAI_API_KEY or file:/run/secrets/key.</source>
        <translation>粘贴密钥，或填写引用，例如 env:OPENAI_API_KEY 或 file:/run/secrets/key。</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Label of the chosen key</source>
        <translation>所选密钥的标签</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>替换密钥</translation>
    </message>
    <message>
        <source>New keys are stored in %1.</source>
        <translation>新密钥存储于 %1。</translation>
    </message>
    <message>
        <source>New keys are stored in %1, which is locked.</source>
        <translation>新密钥存储于 %1，目前已锁定。</translation>
    </message>
    <message>
        <source>There is no keychain here. Give keys as references such as env:OPENAI_API_KEY, or choose in setup where keys are kept.</source>
        <translation>此处没有钥匙串。请以引用形式提供密钥，例如 env:OPENAI_API_KEY，或在配置向导中选择密钥的存放位置。</translation>
    </message>
    <message>
        <source>There is no keychain here. New keys go to an encrypted file that opens by itself; Settings, Security protects it with a passphrase.</source>
        <translation>这里没有钥匙串。新密钥保存在自动打开的加密文件中；可在“设置”的“安全”中用口令保护它。</translation>
    </message>
    <message>
        <source>New keys are kept for this session only.</source>
        <translation>新密钥仅在本次会话中保留。</translation>
    </message>
    <message>
        <source>Keep elsewhere…</source>
        <translation>保存到别处…</translation>
    </message>
    <message>
        <source>Moves the key between the keychain and the sealed file</source>
        <translation>在钥匙串和保险库之间移动密钥</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Stored when you save, or a reference. Empty for an API key.</source>
        <translation>保存时存储，或填写引用。使用 API 密钥时留空。</translation>
    </message>
    <message>
        <source>Session token</source>
        <translation>会话令牌</translation>
    </message>
    <message>
        <source>Only of temporary credentials.</source>
        <translation>仅用于临时凭据。</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>服务账号</translation>
    </message>
    <message>
        <source>Secret access key or API key</source>
        <translation>私有访问密钥或 API 密钥</translation>
    </message>
    <message>
        <source>Keys of a file and those stored before this was written down have no day.</source>
        <translation>来自文件的密钥和较早存储的密钥没有日期。</translation>
    </message>
    <message>
        <source>Not since the gateway started.</source>
        <translation>自网关启动以来未使用。</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加于</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KeysTable</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KindFields</name>
    <message>
        <source>Programming interface</source>
        <translation>编程接口</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API 版本</translation>
    </message>
    <message>
        <source>AWS region</source>
        <translation>AWS 区域</translation>
    </message>
    <message>
        <source>Where the models run.</source>
        <translation>模型运行的位置。</translation>
    </message>
    <message>
        <source>Google Cloud project</source>
        <translation>Google Cloud 项目</translation>
    </message>
    <message>
        <source>Its ID, not its name.</source>
        <translation>填写 ID，而不是名称。</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>A region, or global.</source>
        <translation>一个区域，或 global。</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Optional. For keys of several organizations.</source>
        <translation>可选。用于属于多个组织的密钥。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Optional. Its ID.</source>
        <translation>可选。填写 ID。</translation>
    </message>
    <message>
        <source>OpenAI v1</source>
        <translation>OpenAI v1</translation>
    </message>
    <message>
        <source>Deployments, with a version</source>
        <translation>部署，带版本</translation>
    </message>
    <message>
        <source>Converse</source>
        <translation>Converse</translation>
    </message>
    <message>
        <source>OpenAI compatible</source>
        <translation>兼容 OpenAI</translation>
    </message>
    <message>
        <source>A date, or auto.</source>
        <translation>日期，或 auto。</translation>
    </message>
    <message>
        <source>A date.</source>
        <translation>日期。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::KpiRow</name>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>▼ %1</source>
        <translation>▼ %1</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>今日支出</translation>
    </message>
    <message>
        <source>Spend this month</source>
        <translation>本月支出</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首个 token 用时</translation>
    </message>
    <message>
        <source>vs. yesterday at this time</source>
        <translation>与昨日同期相比</translation>
    </message>
    <message>
        <source>since midnight</source>
        <translation>自午夜起</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Forecast %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>Forecast after 7 days of traffic</source>
        <translation>有 7 天流量后显示预测</translation>
    </message>
    <message>
        <source>Forecast %1, over budget by %2</source>
        <translation>预测 %1，超出预算 %2</translation>
    </message>
    <message>
        <source>Forecast %1, inside budget</source>
        <translation>预测 %1，预算之内</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 per second now, peak %2</source>
        <translation>当前每秒 %1 次，峰值 %2</translation>
    </message>
    <message>
        <source>SLO %1</source>
        <translation>SLO %1</translation>
    </message>
    <message>
        <source>%1 of the error budget left</source>
        <translation>错误预算剩余 %1</translation>
    </message>
    <message>
        <source>%1 answered, %2 failed</source>
        <translation>%1 个已回答，%2 个失败</translation>
    </message>
    <message>
        <source>%1 answered, %2 failed. Apart from these: %3 caller mistakes, %4 cancelled by the caller.</source>
        <translation>%1 个已回答，%2 个失败。此外：%3 个调用方错误，%4 个被调用方取消。</translation>
    </message>
    <message numerus="yes">
        <source>%n streamed requests in this range</source>
        <translation>
            <numerusform>此时间范围内有 %n 个流式请求</numerusform>
        </translation>
    </message>
    <message>
        <source>no streamed requests in this range</source>
        <translation>此时间范围内没有流式请求</translation>
    </message>
    <message numerus="yes">
        <source>only %n samples</source>
        <translation>
            <numerusform>仅 %n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>p95 %1, %2 tokens/s</source>
        <translation>p95 %1，%2 token/秒</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are unpriced</source>
        <translation>
            <numerusform>%Ln 个请求未定价</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyCard</name>
    <message>
        <source>last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>All routes</source>
        <translation>所有路由</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>First token p50</source>
        <translation>首个 token p50</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyControls</name>
    <message>
        <source>Exclude cache hits</source>
        <translation>排除缓存命中</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Time to first token</source>
        <translation>首个 token 用时</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总时间</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>每秒 token 数</translation>
    </message>
    <message>
        <source>Gateway's own time</source>
        <translation>网关自身耗时</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Streamed or not</source>
        <translation>流式或非流式</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Streamed and not streamed</source>
        <translation>流式与非流式</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Not streamed</source>
        <translation>非流式</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Linear scale</source>
        <translation>线性刻度</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyPage</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按提供商</translation>
    </message>
    <message>
        <source>Latency by group</source>
        <translation>各组延迟</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By route</source>
        <translation>按路由</translation>
    </message>
    <message>
        <source>No answered requests in this range.</source>
        <translation>此范围内没有已回答的请求。</translation>
    </message>
    <message>
        <source>Times of answers show here: per provider, model and route.</source>
        <translation>这里显示回答耗时：按提供商、模型和路由。</translation>
    </message>
    <message>
        <source>No streamed requests in this range, so there is no first-token time.</source>
        <translation>此范围内没有流式请求，因此没有首个 token 时间。</translation>
    </message>
    <message>
        <source>Choose the total time to see the others.</source>
        <translation>选择总时间以查看其他请求。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyRows</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Higher by %1 than in the span before.</source>
        <translation>比上一时段高 %1。</translation>
    </message>
    <message>
        <source>Lower by %1 than in the span before.</source>
        <translation>比上一时段低 %1。</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/秒</translation>
    </message>
    <message>
        <source>Slowest 5 %</source>
        <translation>最慢 5 %</translation>
    </message>
    <message>
        <source>Gateway p99</source>
        <translation>网关 p99</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>无路由</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them streamed</source>
        <translation>其中 %1 个为流式</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LatencyWords</name>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>slowest 10 %</source>
        <translation>最慢 10 %</translation>
    </message>
    <message>
        <source>slowest 5 %</source>
        <translation>最慢 5 %</translation>
    </message>
    <message>
        <source>slowest 1 %</source>
        <translation>最慢 1 %</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LeakDialog</name>
    <message>
        <source>Refused already</source>
        <translation>已被拒绝</translation>
    </message>
    <message>
        <source>Old secret, still accepted</source>
        <translation>旧机密，仍被接受</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Look for keys</source>
        <translation>查找密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>文本中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Copy a notice about the keys</source>
        <translation>复制关于这些密钥的通知</translation>
    </message>
    <message>
        <source>Keys in a text</source>
        <translation>文本中的密钥</translation>
    </message>
    <message>
        <source>Paste what got out: a file, a log, a chat. The text is looked through and forgotten; it is neither kept nor logged.</source>
        <translation>粘贴泄露的内容：文件、日志、聊天。文本只被查找一次，不会保存也不会记录。</translation>
    </message>
    <message>
        <source>Keys in the text</source>
        <translation>文本中的密钥</translation>
    </message>
    <message>
        <source>Text to look through</source>
        <translation>要查找的文本</translation>
    </message>
    <message>
        <source>What the keys did in</source>
        <translation>密钥的活动：</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>the last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Paste the text to look through.</source>
        <translation>请粘贴要查找的文本。</translation>
    </message>
    <message>
        <source>The text was not looked through. %1</source>
        <translation>文本未被查找。%1</translation>
    </message>
    <message>
        <source>No key of this gateway stands in the text.</source>
        <translation>文本中没有此网关的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>%n keys of this gateway stand in the text.</source>
        <translation>
            <numerusform>文本中有 %n 个此网关的密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret of a declared key is kept outside: replace it there.</source>
        <translation>声明的密钥的机密保存在外部：请在那里替换。</translation>
    </message>
    <message>
        <source>Keys of the AI gateway were found in a text that got out on %1:</source>
        <translation>在泄露的文本中发现 AI 网关的密钥（%1）：</translation>
    </message>
    <message>
        <source>Key “%1” (%2), %3</source>
        <translation>密钥“%1”（%2），%3</translation>
    </message>
    <message>
        <source>In %1: %2 requests, %3 of them failed, %4 spent</source>
        <translation>%1：%2 个请求，其中 %3 个失败，花费 %4</translation>
    </message>
    <message>
        <source>Used from: %1</source>
        <translation>使用地址：%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LimitFields</name>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>每分钟 token 数</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LimitLadder</name>
    <message>
        <source>a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>一个月</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>一个季度</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>每分钟 token 数</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>并发数</translation>
    </message>
    <message>
        <source>Budget for %1</source>
        <translation>%1的预算</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Binds</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Nothing limits this key.</source>
        <translation>此密钥不受限制。</translation>
    </message>
    <message>
        <source>Effective limits</source>
        <translation>生效的限额</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::LiveControl</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show new requests as they come in (Space)</source>
        <translation>新请求到达时立即显示（空格键）</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Live, new requests are shown</source>
        <translation>实时，显示新请求</translation>
    </message>
    <message>
        <source>Paused, new requests wait</source>
        <translation>已暂停，新请求等待显示</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 个新请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new requests</source>
        <translation>
            <numerusform>显示 %n 个新请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>已暂停 %1</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>已继续 %1</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>Text size %1 %</source>
        <translation>文字大小 %1%</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Keys &amp; Teams</source>
        <translation>密钥与团队</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Models &amp; Routes</source>
        <translation>模型与路由</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>新路由</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>page, gateway</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Switch gateway</source>
        <translation>切换网关</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>新建警报</translation>
    </message>
    <message>
        <source>Settings ▸ %1</source>
        <translation>设置 ▸ %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ModelChoiceModel</name>
    <message>
        <source>Listed by the provider</source>
        <translation>提供商列出</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>手动添加</translation>
    </message>
    <message>
        <source>%1, offered</source>
        <translation>%1，已提供</translation>
    </message>
    <message>
        <source>%1, not offered</source>
        <translation>%1，未提供</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>prices of input and output</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>设置价格…</translation>
    </message>
    <message>
        <source>No route sends requests to it.</source>
        <translation>没有路由向它发送请求。</translation>
    </message>
    <message>
        <source>Clients reach it as %1.</source>
        <translation>客户端以 %1 访问它。</translation>
    </message>
    <message>
        <source>%1 tokens fit into a request and its answer.</source>
        <translation>一次请求及其回答最多容纳 %1 个令牌。</translation>
    </message>
    <message>
        <source>The built-in model list does not know it.</source>
        <translation>内置模型列表中没有它。</translation>
    </message>
    <message>
        <source>For a million tokens of input and of output. Open it to see all its prices.</source>
        <translation>每百万输入和输出令牌的价格。打开可查看全部价格。</translation>
    </message>
    <message>
        <source>This model has no price, so its requests are not in the totals.</source>
        <translation>此模型没有价格，因此其请求未计入合计。</translation>
    </message>
    <message>
        <source>Asked for as</source>
        <translation>请求名称</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ModelsSection</name>
    <message>
        <source>Offer every model the provider lists</source>
        <translation>提供该提供商列出的所有模型</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>Asks the provider which models it has now</source>
        <translation>询问提供商目前有哪些模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this model</source>
        <translation>添加此模型</translation>
    </message>
    <message>
        <source>Add a model that is not listed</source>
        <translation>添加未列出的模型</translation>
    </message>
    <message>
        <source>What each model can do</source>
        <translation>每个模型的能力</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>已声明</translation>
    </message>
    <message>
        <source>What they can do</source>
        <translation>模型能力</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>正在询问提供商…</translation>
    </message>
    <message>
        <source>The provider did not list its models. %1</source>
        <translation>提供商未列出其模型。%1</translation>
    </message>
    <message>
        <source>No models known yet. Test the provider, or add models by name.</source>
        <translation>尚无已知模型。请测试提供商，或按名称添加模型。</translation>
    </message>
    <message>
        <source>Its only model is offered.</source>
        <translation>其唯一的模型已提供。</translation>
    </message>
    <message numerus="yes">
        <source>All %n models are offered.</source>
        <translation>
            <numerusform>提供全部 %n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 models are offered.</source>
        <translation>已提供 %2 个模型中的 %1 个。</translation>
    </message>
    <message>
        <source>Declared by the built-in model list, or tested here since the gateway started. A dash is not tested. Double-click a cell to say it yourself.</source>
        <translation>来自内置模型列表，或自网关启动以来在此测试过。横线表示未测试。双击单元格可自行指定。</translation>
    </message>
    <message>
        <source>As listed and tested</source>
        <translation>按列表和测试结果</translation>
    </message>
    <message>
        <source>Yes, it can</source>
        <translation>是，支持</translation>
    </message>
    <message>
        <source>No, it cannot</source>
        <translation>否，不支持</translation>
    </message>
    <message>
        <source>Prices of %1</source>
        <translation>%1 的价格</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::MoreSection</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More: canary, speed, limits, shadow, end of the name</source>
        <translation>更多：金丝雀、速度、限制、影子、名称停用</translation>
    </message>
    <message>
        <source>None; else provider/model</source>
        <translation>无；或 提供商/模型</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Target on trial</source>
        <translation>试用目标</translation>
    </message>
    <message>
        <source>Share of the requests</source>
        <translation>请求占比</translation>
    </message>
    <message>
        <source>Stop at errors above</source>
        <translation>错误率超过则停止</translation>
    </message>
    <message>
        <source>Stop at p95 above</source>
        <translation>p95 超过则停止</translation>
    </message>
    <message>
        <source>Of the first token.</source>
        <translation>首个 token 的 p95。</translation>
    </message>
    <message>
        <source>Stop at cost above</source>
        <translation>成本超过则停止</translation>
    </message>
    <message>
        <source>Over that of the others.</source>
        <translation>高出其他目标的部分。</translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation>回答缓慢</translation>
    </message>
    <message>
        <source>Ask a second after</source>
        <translation>多久后请求第二个目标</translation>
    </message>
    <message>
        <source>Without a first byte.</source>
        <translation>尚无首字节时。</translation>
    </message>
    <message>
        <source>Asked twice at most</source>
        <translation>最多重复请求</translation>
    </message>
    <message>
        <source>Of the requests.</source>
        <translation>占请求的比例。</translation>
    </message>
    <message>
        <source>Give up streams below</source>
        <translation>放弃低于此速度的流</translation>
    </message>
    <message>
        <source>Tokens a second.</source>
        <translation>每秒 token 数。</translation>
    </message>
    <message>
        <source>Judged for</source>
        <translation>判断时长</translation>
    </message>
    <message>
        <source>Held back so long.</source>
        <translation>期间暂不输出。</translation>
    </message>
    <message>
        <source>As the provider</source>
        <translation>同提供商</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>For a free place.</source>
        <translation>等待空位。</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>总时间</translation>
    </message>
    <message>
        <source>With all attempts.</source>
        <translation>含所有尝试。</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>最大提示</translation>
    </message>
    <message>
        <source>In tokens; larger ones are refused.</source>
        <translation>以 token 计；更大的会被拒绝。</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>影子</translation>
    </message>
    <message>
        <source>Target of the copies</source>
        <translation>副本目标</translation>
    </message>
    <message>
        <source>Copies of requests; their answers are not used.</source>
        <translation>请求的副本；其回答不被使用。</translation>
    </message>
    <message>
        <source>Share copied</source>
        <translation>复制比例</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>每日上限</translation>
    </message>
    <message>
        <source>Never; else 2027-01-31</source>
        <translation>从不；或 2027-01-31</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>End of this name</source>
        <translation>此名称停用</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>后继路由</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NavButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1，%n 项待查看</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, unsaved changes</source>
        <translation>%1，有未保存的更改</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NoticesCard</name>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>通知时间</translation>
    </message>
    <message>
        <source>Notifications on this computer</source>
        <translation>本机通知</translation>
    </message>
    <message>
        <source>The %1 newest</source>
        <translation>最近 %1 条</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Notifications</name>
    <message>
        <source>The gateway works again</source>
        <translation>网关已恢复工作</translation>
    </message>
    <message>
        <source>Apps get answers.</source>
        <translation>应用可以得到回答。</translation>
    </message>
    <message>
        <source>The gateway stopped unexpectedly</source>
        <translation>网关意外停止</translation>
    </message>
    <message>
        <source>It does not answer any more. Apps get no answers.</source>
        <translation>网关不再响应。应用得不到回答。</translation>
    </message>
    <message>
        <source>The gateway cannot start</source>
        <translation>网关无法启动</translation>
    </message>
    <message>
        <source>Its address is used by another program or cannot be used.</source>
        <translation>其地址已被其他程序占用或无法使用。</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 发生故障</translation>
    </message>
    <message>
        <source>%1 works again</source>
        <translation>%1 已恢复工作</translation>
    </message>
    <message>
        <source>Its recent requests failed. Routes use their other targets.</source>
        <translation>最近的请求失败。路由改用其他目标。</translation>
    </message>
    <message>
        <source>Requests go there again.</source>
        <translation>请求会再次发往那里。</translation>
    </message>
    <message>
        <source>%1: not done</source>
        <translation>%1：未完成</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message numerus="yes">
        <source>%n more events</source>
        <translation>
            <numerusform>还有 %n 个事件</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Gatehouse to see what happened in the last hour.</source>
        <translation>打开 Gatehouse 查看最近 1 小时发生的情况。</translation>
    </message>
    <message>
        <source>%1 is passed over</source>
        <translation>%1 已被跳过</translation>
    </message>
    <message>
        <source>%1 takes requests again</source>
        <translation>%1 恢复接收请求</translation>
    </message>
    <message>
        <source>Its last attempts failed. Routes use their other targets until an attempt succeeds.</source>
        <translation>最近的尝试均失败。在尝试成功之前，路由使用其他目标。</translation>
    </message>
    <message>
        <source>Notifications arrive</source>
        <translation>通知可以送达</translation>
    </message>
    <message>
        <source>This is a test from Gatehouse.</source>
        <translation>这是来自 Gatehouse 的测试。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>It cannot start or stopped unexpectedly.</source>
        <translation>无法启动或意外停止。</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>One is down, or works again.</source>
        <translation>某个提供商故障或恢复。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>One is passed over for more than a minute, or takes requests again.</source>
        <translation>某个模型被跳过超过一分钟，或恢复接收请求。</translation>
    </message>
    <message>
        <source>Long work</source>
        <translation>耗时操作</translation>
    </message>
    <message>
        <source>It ended while the window was hidden.</source>
        <translation>在窗口隐藏时结束。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send a test notification</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Shows one now, at most five come in an hour otherwise.</source>
        <translation>立即显示一条；平时每小时最多五条。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>A rule of the Alerts page fires or is over.</source>
        <translation>警报页面的规则触发或结束。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>The one that this desktop has for it.</source>
        <translation>使用此桌面为通知设定的声音。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Nothing is shown then. The history of the Alerts page keeps what happens.</source>
        <translation>此时段不显示通知。“警报”页面的历史会保留发生的事件。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>By the clock of this computer.</source>
        <translation>按此计算机的时钟。</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>It may be on the next morning.</source>
        <translation>可以是次日早晨。</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>A request was answered by another provider.</source>
        <translation>请求由另一个提供商应答。</translation>
    </message>
    <message>
        <source>Changes by others</source>
        <translation>他人的更改</translation>
    </message>
    <message>
        <source>Someone else changed the configuration of the gateway.</source>
        <translation>其他人更改了网关的配置。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveCard</name>
    <message>
        <source>Change the objective</source>
        <translation>更改目标</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of requests answered over %n days</source>
        <translation>
            <numerusform>%1：%n 天内回答 %2 的请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: show the failed requests</source>
        <translation>%1：显示失败的请求</translation>
    </message>
    <message>
        <source>No requests yet; objective %1</source>
        <translation>尚无请求；目标 %1</translation>
    </message>
    <message>
        <source>%1 of the error budget left, objective %2</source>
        <translation>错误预算剩余 %1，目标 %2</translation>
    </message>
    <message>
        <source>Error budget used up, objective %1</source>
        <translation>错误预算已用尽，目标 %1</translation>
    </message>
    <message>
        <source>Burn %1 in 1 h, %2 in 6 h, %3 in 3 d</source>
        <translation>消耗速率：1 小时 %1，6 小时 %2，3 天 %3</translation>
    </message>
    <message numerus="yes">
        <source>1 uses the whole budget up in %n days; more is faster.</source>
        <translation>
            <numerusform>1 表示在 %n 天内用尽全部预算；数值越大越快。</numerusform>
        </translation>
    </message>
    <message>
        <source>Error budget of %1</source>
        <translation>%1 的错误预算</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveDialog</name>
    <message>
        <source>Objective of %1</source>
        <translation>%1 的目标</translation>
    </message>
    <message>
        <source>Answered requests, in percent</source>
        <translation>已回答请求的百分比</translation>
    </message>
    <message>
        <source>Over how many days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Answered requests</source>
        <translation>已回答的请求</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>The rest is the error budget. Mistakes of callers and requests they cancel do not count.</source>
        <translation>其余为错误预算。调用方的错误及其取消的请求不计入。</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>使用默认值</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save objective</source>
        <translation>保存目标</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ObjectiveGrid</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Objective saved: %1</source>
        <translation>目标已保存：%1</translation>
    </message>
    <message>
        <source>The objective is the default again.</source>
        <translation>目标已恢复默认。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OptionalSpin</name>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OthersChange</name>
    <message>
        <source>Changed by %1 just now.</source>
        <translation>%1 刚刚做了更改。</translation>
    </message>
    <message>
        <source>Changed by %1 on %2.</source>
        <comment>a name and a day: 27 Oct</comment>
        <translation>%1 于 %2 做了更改。</translation>
    </message>
    <message>
        <source>Changed by %1 %2 ago.</source>
        <comment>a name and an age: 2 min</comment>
        <translation>%1 在 %2前做了更改。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The gateway is stopped.</source>
        <translation>网关已停止。</translation>
    </message>
    <message>
        <source>Apps get no answers. You see the values as of %1.</source>
        <translation>应用得不到回答。所示为 %1 的数值。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>As of %1. The gateway does not answer now.</source>
        <translation>截至 %1。网关目前没有响应。</translation>
    </message>
    <message>
        <source>The gateway does not answer</source>
        <translation>网关没有响应</translation>
    </message>
    <message>
        <source>Nothing could be read from it yet. It is asked again every few seconds.</source>
        <translation>尚未读取到任何数据。每隔几秒会再次询问。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteCatalogue</name>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation>暂停提供商</translation>
    </message>
    <message>
        <source>Resume provider</source>
        <translation>继续使用提供商</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Open request %1</source>
        <translation>打开请求 %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PaletteObjects</name>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>团队 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PassphraseDialog</name>
    <message>
        <source>Keep secrets in a sealed file</source>
        <translation>将机密存放在保险库中</translation>
    </message>
    <message>
        <source>Unlock the secrets</source>
        <translation>解锁机密</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use the sealed file</source>
        <translation>使用保险库</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Repeat it</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Asked for whenever the gateway starts. It cannot be recovered.</source>
        <translation>每次网关启动时都会询问。口令无法找回。</translation>
    </message>
    <message>
        <source>Enter a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PauseDialog</name>
    <message>
        <source>Pause everything except…</source>
        <translation>暂停全部，除了…</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>团队 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Who may go on</source>
        <translation>谁可以继续</translation>
    </message>
    <message>
        <source>Running requests end as they are.</source>
        <translation>正在运行的请求会正常结束。</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>保留在审计日志中。</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Every request is refused until the pause is ended.</source>
        <translation>在暂停结束之前，所有请求都会被拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>Every request is refused until the pause is ended, except those of %Ln teams and keys.</source>
        <translation>
            <numerusform>在暂停结束之前，除 %Ln 个团队和密钥外，所有请求都会被拒绝。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PeopleModel</name>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Billing viewer</source>
        <translation>账单查看者</translation>
    </message>
    <message>
        <source>See how the gateway is doing</source>
        <translation>查看网关状况</translation>
    </message>
    <message>
        <source>See requests</source>
        <translation>查看请求</translation>
    </message>
    <message>
        <source>See spend, budgets and prices</source>
        <translation>查看花费、预算和价格</translation>
    </message>
    <message>
        <source>See providers, routes, teams and keys</source>
        <translation>查看提供商、路由、团队和密钥</translation>
    </message>
    <message>
        <source>See the audit log</source>
        <translation>查看审计日志</translation>
    </message>
    <message>
        <source>Start and stop, pause providers, answer alerts</source>
        <translation>启动和停止、暂停提供商、处理警报</translation>
    </message>
    <message>
        <source>Change routes and providers, without keys and addresses</source>
        <translation>更改路由和提供商，不含密钥和地址</translation>
    </message>
    <message>
        <source>Manage keys, teams and limits</source>
        <translation>管理密钥、团队和限额</translation>
    </message>
    <message>
        <source>Manage budgets and prices</source>
        <translation>管理预算和价格</translation>
    </message>
    <message>
        <source>Manage the keys and addresses of providers</source>
        <translation>管理提供商的密钥和地址</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Manage people, except owners</source>
        <translation>管理人员（所有者除外）</translation>
    </message>
    <message>
        <source>Manage owners, make and restore backups</source>
        <translation>管理所有者、创建和恢复备份</translation>
    </message>
    <message>
        <source>Record requests and read what was recorded</source>
        <translation>录制请求并阅读已录制的内容</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PeoplePane</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Locked out</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Not invited</source>
        <translation>未邀请</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Only you, from this computer.</source>
        <translation>只有您，且仅在此计算机上。</translation>
    </message>
    <message>
        <source>Add people who administer the gateway from elsewhere. Each gets a role and tokens of their own, and the audit log says who did what.</source>
        <translation>添加从别处管理网关的人员。每人有自己的角色和令牌，审计日志会记录谁做了什么。</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Used on</source>
        <translation>使用位置</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Administration tokens</source>
        <translation>管理令牌</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>邀请…</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>在所有位置退出</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>Your role may not see the people.</source>
        <translation>您的角色无权查看人员。</translation>
    </message>
    <message>
        <source>The people could not be read.</source>
        <translation>无法读取人员。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last people read.</source>
        <translation>网关没有响应。您看到的是上次读取的人员。</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Tokens of %1</source>
        <translation>%1 的令牌</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>所有令牌</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Revoke this token?</source>
        <translation>吊销此令牌？</translation>
    </message>
    <message>
        <source>The program that uses it is signed out now. The token cannot be brought back; a new one can be made.</source>
        <translation>使用它的程序会立即退出。令牌无法恢复，但可以新建。</translation>
    </message>
    <message>
        <source>Revoke token</source>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>Sign out “%1” everywhere?</source>
        <translation>让“%1”在所有位置退出？</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are revoked. To sign in again, new ones are needed.</source>
        <translation>
            <numerusform>将吊销 %n 个令牌。再次登录需要新令牌。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>移除“%1”？</translation>
    </message>
    <message numerus="yes">
        <source>The person and %n tokens go. What they did stays in the audit log.</source>
        <translation>
            <numerusform>将删除该人员和 %n 个令牌。其操作仍保留在审计日志中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove person</source>
        <translation>移除人员</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>操作未成功。</translation>
    </message>
    <message>
        <source>The tokens could not be read. %1</source>
        <translation>无法读取令牌。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n areas</source>
        <translation>
            <numerusform>%n 个范围</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PercentileCard</name>
    <message>
        <source>Percentiles</source>
        <translation>百分位</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PersonDialog</name>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Stands in the audit log with every change.</source>
        <translation>每次更改都会记入审计日志。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>What each role may do stands below the people.</source>
        <translation>各角色的权限列在人员下方。</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter the person's name.</source>
        <translation>请输入人员姓名。</translation>
    </message>
    <message>
        <source>The person could not be saved. %1</source>
        <translation>无法保存人员。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PhaseCard</name>
    <message>
        <source>Where the time goes</source>
        <translation>时间花在哪里</translation>
    </message>
    <message>
        <source>mean per answer</source>
        <translation>每个回答的平均值</translation>
    </message>
    <message>
        <source>Wait in queue</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Failed attempts before</source>
        <translation>之前失败的尝试</translation>
    </message>
    <message>
        <source>Connect and TLS</source>
        <translation>连接与 TLS</translation>
    </message>
    <message>
        <source>Until first token</source>
        <translation>直到首个 token</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 毫秒</translation>
    </message>
    <message>
        <source>%1, mean per answer</source>
        <translation>%1，每个回答的平均值</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PolicyExplanation</name>
    <message>
        <source>Explain with current policy</source>
        <translation>按当前规则解释</translation>
    </message>
    <message>
        <source>What the gateway would do now with such a request. Nothing is sent.</source>
        <translation>网关现在会如何处理这样的请求。不会发送任何内容。</translation>
    </message>
    <message>
        <source>The gateway cannot explain this request. %1</source>
        <translation>网关无法解释此请求。%1</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between planned targets</comment>
        <translation>，然后 </translation>
    </message>
    <message>
        <source>Now such a request would go to %1. Its text is not kept, so its length and attachments are not weighed.</source>
        <translation>现在这样的请求会发往 %1。其文本未保留，因此不考虑长度和附件。</translation>
    </message>
    <message>
        <source>Now such a request would be refused. %1</source>
        <translation>现在这样的请求会被拒绝。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PolicySection</name>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>None, refuse at once</source>
        <translation>无，立即拒绝</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Requests at the same time</source>
        <translation>同时处理的请求</translation>
    </message>
    <message>
        <source>More than that wait for a free place.</source>
        <translation>超出的请求会等待空位。</translation>
    </message>
    <message>
        <source>Requests that may wait</source>
        <translation>可等待的请求</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待时间</translation>
    </message>
    <message>
        <source>For example us or eu, on-prem</source>
        <translation>例如 us 或 eu, on-prem</translation>
    </message>
    <message>
        <source>Runs on machines of your own</source>
        <translation>在自有机器上运行</translation>
    </message>
    <message>
        <source>Region and data use</source>
        <translation>区域和数据使用</translation>
    </message>
    <message>
        <source>Region tags</source>
        <translation>区域标签</translation>
    </message>
    <message>
        <source>Routes and teams with a residency rule send their data only to providers with one of their tags.</source>
        <translation>有数据驻留规则的路由和团队，只将数据发送给带有其标签之一的提供商。</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Multiplier on list prices</source>
        <translation>标价倍率</translation>
    </message>
    <message>
        <source>0.85 is a discount of 15 %.</source>
        <translation>0.85 表示优惠 15%。</translation>
    </message>
    <message>
        <source>Server program</source>
        <translation>服务器程序</translation>
    </message>
    <message>
        <source>Its load is read from it where it tells.</source>
        <translation>如果它提供负载信息，就从中读取。</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>每小时费用</translation>
    </message>
    <message>
        <source>For machines of your own.</source>
        <translation>用于自有机器。</translation>
    </message>
    <message>
        <source>Find out how many it takes at the same time</source>
        <translation>自动探测其可同时处理的请求数</translation>
    </message>
    <message>
        <source>Learned from its refusals and from how long first words take; never above the limit.</source>
        <translation>根据其拒绝情况和首字所需时间学习；绝不超过上限。</translation>
    </message>
    <message>
        <source>Always, or mon-fri 08:00-18:00</source>
        <translation>始终，或 mon-fri 08:00-18:00</translation>
    </message>
    <message>
        <source>Its first request</source>
        <translation>首个请求</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time they hold it</source>
        <translation>占用时间</translation>
    </message>
    <message>
        <source>Paid hours</source>
        <translation>付费时段</translation>
    </message>
    <message>
        <source>Hours that nobody uses are shown as idle.</source>
        <translation>无人使用的时段显示为闲置。</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>付费起始</translation>
    </message>
    <message>
        <source>For example 2026-03-31.</source>
        <translation>例如 2026-03-31。</translation>
    </message>
    <message>
        <source>Requests are booked by</source>
        <translation>请求入账依据</translation>
    </message>
    <message>
        <source>By time, each costs its share of the hour: one of as many places as it takes requests at a time.</source>
        <translation>按时间时，每个请求分摊小时费用：占同时可处理请求数中的一个位置。</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Second tries</source>
        <translation>第二次尝试</translation>
    </message>
    <message>
        <source>Of its requests. More of them would not help a provider that is down.</source>
        <translation>占其请求的比例。对已中断的提供商，更多重试也无济于事。</translation>
    </message>
    <message>
        <source>Starting and stopping its server program</source>
        <translation>启动和停止其服务器程序</translation>
    </message>
    <message>
        <source>What is sent to it may hold personal data</source>
        <translation>发送给它的内容可能包含个人数据</translation>
    </message>
    <message>
        <source>A mark for people: the list of providers shows it. Without a region tag it is warned of.</source>
        <translation>供人查看的标记：提供商列表会显示它。没有地区标签时会发出警告。</translation>
    </message>
    <message>
        <source>For example 30 days, then deleted</source>
        <translation>例如 30 天，之后删除</translation>
    </message>
    <message>
        <source>How long it keeps what it is sent</source>
        <translation>它保留所收内容的时长</translation>
    </message>
    <message>
        <source>A note from its contract, shown with the provider.</source>
        <translation>来自合同的备注，随提供商一起显示。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PortLine</name>
    <message>
        <source>Use the next free port</source>
        <translation>使用下一个空闲端口</translation>
    </message>
    <message>
        <source>This port is free.</source>
        <translation>此端口空闲。</translation>
    </message>
    <message>
        <source>This gateway listens on it.</source>
        <translation>此网关正在监听该端口。</translation>
    </message>
    <message>
        <source>In use by %1 (process %2).</source>
        <translation>被 %1 占用（进程 %2）。</translation>
    </message>
    <message>
        <source>In use by another program.</source>
        <translation>被其他程序占用。</translation>
    </message>
    <message>
        <source>Ports below 1024 need more rights than this program has.</source>
        <translation>1024 以下的端口需要的权限超出此程序所有。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PowerFields</name>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>One argument a line, or one line with quotes. No shell.</source>
        <translation>每行一个参数，或一行并使用引号。不经过 shell。</translation>
    </message>
    <message>
        <source>Command that starts the engine</source>
        <translation>启动引擎的命令</translation>
    </message>
    <message>
        <source>Command that stops it</source>
        <translation>停止它的命令</translation>
    </message>
    <message>
        <source>Stop it after</source>
        <translation>多久后停止</translation>
    </message>
    <message>
        <source>Seconds without a request.</source>
        <translation>没有请求的秒数。</translation>
    </message>
    <message>
        <source>Starting may take</source>
        <translation>启动可用时间</translation>
    </message>
    <message>
        <source>Requests wait so long for it.</source>
        <translation>请求最多等待这么久。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceDialog</name>
    <message>
        <source>Own price</source>
        <translation>自定义价格</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>* stands for every model.</source>
        <translation>* 代表所有模型。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save price</source>
        <translation>保存价格</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Enter an amount of 0 or more, for example 0.15.</source>
        <translation>请输入不小于 0 的金额，例如 0.15。</translation>
    </message>
    <message>
        <source>Dollars. What is empty is unknown; its use is unpriced.</source>
        <translation>单位为美元。留空表示未知，其用量不计价。</translation>
    </message>
    <message>
        <source>Million input tokens</source>
        <translation>每百万输入 token</translation>
    </message>
    <message>
        <source>Million output tokens</source>
        <translation>每百万输出 token</translation>
    </message>
    <message>
        <source>Million tokens read from cache</source>
        <translation>每百万缓存读取 token</translation>
    </message>
    <message>
        <source>Million tokens written to cache</source>
        <translation>每百万缓存写入 token</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>每次请求</translation>
    </message>
    <message>
        <source>Picture made</source>
        <translation>每张生成的图片</translation>
    </message>
    <message>
        <source>Second of sound heard</source>
        <translation>每秒识别的音频</translation>
    </message>
    <message>
        <source>Million characters read aloud</source>
        <translation>每百万朗读字符</translation>
    </message>
    <message>
        <source>Search of a reranking</source>
        <translation>每次重排搜索</translation>
    </message>
    <message>
        <source>Picture made, by size and quality</source>
        <translation>生成的图片，按尺寸和质量</translation>
    </message>
    <message>
        <source>One to a line: size, quality, dollars. * stands for any; the most exact line counts.</source>
        <translation>每行一项：尺寸、质量、美元。* 表示任意；最精确的一行生效。</translation>
    </message>
    <message>
        <source>"%1" is no such line; write size, quality and dollars, for example 1024x1792 hd 0.12.</source>
        <translation>“%1”不是这样的一行；请写尺寸、质量和美元，例如 1024x1792 hd 0.12。</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Million to one-hour cache</source>
        <translation>百万写入一小时缓存</translation>
    </message>
    <message>
        <source>Million reasoning tokens</source>
        <translation>百万推理 token</translation>
    </message>
    <message>
        <source>Million input, batch</source>
        <translation>百万输入，批量</translation>
    </message>
    <message>
        <source>Million output, batch</source>
        <translation>百万输出，批量</translation>
    </message>
    <message>
        <source>Million from cache, batch</source>
        <translation>百万缓存读取，批量</translation>
    </message>
    <message>
        <source>Million tokens of sound in</source>
        <translation>百万音频输入 token</translation>
    </message>
    <message>
        <source>Million tokens of sound out</source>
        <translation>百万音频输出 token</translation>
    </message>
    <message>
        <source>Million tokens of pictures in</source>
        <translation>百万图片输入 token</translation>
    </message>
    <message>
        <source>Long prompts</source>
        <translation>长提示</translation>
    </message>
    <message>
        <source>One to a line: above so many prompt tokens, then dollars per million for input, output, read from cache, written to cache, input and output at batch rates. * leaves one as it is.</source>
        <translation>每行一条：超过多少提示 token，然后是输入、输出、缓存读取、缓存写入、批量输入和批量输出的每百万美元价。* 表示不变。</translation>
    </message>
    <message>
        <source>"%1" is no such line; write tokens and dollars, for example 200000 2.50 15.</source>
        <translation>“%1”不是这样的一行；写 token 数和美元，例如 200000 2.50 15。</translation>
    </message>
    <message>
        <source>For example %1.</source>
        <translation>例如 %1。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceImportDialog</name>
    <message>
        <source>They hold from this day on:</source>
        <translation>从这一天起生效：</translation>
    </message>
    <message>
        <source>Import own prices</source>
        <translation>导入自定价格</translation>
    </message>
    <message numerus="yes">
        <source>%n prices in %1.</source>
        <translation>
            <numerusform>%1 中有 %n 个价格。</numerusform>
        </translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Without a day they also hold for the past when it is recalculated. A day in the file comes first.</source>
        <translation>不填日期时，重新计算也适用于过去。文件中的日期优先。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PriceListDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Dearer</source>
        <translation>涨价</translation>
    </message>
    <message>
        <source>Cheaper</source>
        <translation>降价</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>List of %1 in place of that of %2: %3 new, %4 removed, %5 dearer, %6 cheaper, %7 changed otherwise.</source>
        <translation>用 %1 的价格表代替 %2 的：新增 %3，移除 %4，涨价 %5，降价 %6，其他变化 %7。</translation>
    </message>
    <message>
        <source>Update the price list</source>
        <translation>更新价格表</translation>
    </message>
    <message>
        <source>Nothing is fetched by itself. A newer list comes from a file, or from an address that the gateway reads once.</source>
        <translation>不会自动获取。新的价格表来自文件，或来自网关只读取一次的地址。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What changes, by model</source>
        <translation>按模型列出的变化</translation>
    </message>
    <message>
        <source>Keep the present list</source>
        <translation>保留当前价格表</translation>
    </message>
    <message>
        <source>It is noted that the list was looked at today.</source>
        <translation>记下今天已查看价格表。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Take this list</source>
        <translation>采用此价格表</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>价格表</translation>
    </message>
    <message>
        <source>Price lists (*.json)</source>
        <translation>价格表 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Comparing with the present list…</source>
        <translation>正在与当前价格表比较…</translation>
    </message>
    <message>
        <source>Taking the list…</source>
        <translation>正在采用价格表…</translation>
    </message>
    <message>
        <source>Prices are of the list of %1 now</source>
        <translation>价格现取自 %1 的价格表</translation>
    </message>
    <message>
        <source>This list has the same prices as the present one.</source>
        <translation>此价格表与当前的价格相同。</translation>
    </message>
    <message>
        <source>The price list was looked at today</source>
        <translation>今天已查看价格表</translation>
    </message>
    <message>
        <source>Cache write 1 h</source>
        <translation>缓存写入 1 小时</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesPane</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>缓存读取</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Other units</source>
        <translation>其他单位</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 a picture</source>
        <translation>每张图片 %1</translation>
    </message>
    <message>
        <source>%1 a request</source>
        <translation>每个请求 %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 a million characters</source>
        <translation>每百万字符 %1</translation>
    </message>
    <message>
        <source>%1 a search</source>
        <translation>每次搜索 %1</translation>
    </message>
    <message>
        <source>%1 reasoning</source>
        <translation>推理 %1</translation>
    </message>
    <message>
        <source>%1 audio in</source>
        <translation>音频输入 %1</translation>
    </message>
    <message>
        <source>%1 audio out</source>
        <translation>音频输出 %1</translation>
    </message>
    <message>
        <source>%1 cache write, 1 h</source>
        <translation>缓存写入（1 小时）%1</translation>
    </message>
    <message>
        <source>above %1 tokens %2 in, %3 out</source>
        <translation>超过 %1 个 token：输入 %2，输出 %3</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1, times %2</source>
        <translation>%1，乘以 %2</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>无价格</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Filter the prices</source>
        <translation>筛选价格</translation>
    </message>
    <message>
        <source>Model or provider</source>
        <translation>模型或提供商</translation>
    </message>
    <message>
        <source>Own prices and list…</source>
        <translation>自定义价格和列表…</translation>
    </message>
    <message>
        <source>Recalculate the past…</source>
        <translation>重新计算过去的费用…</translation>
    </message>
    <message>
        <source>Check the books</source>
        <translation>核对账目</translation>
    </message>
    <message>
        <source>Prices in dollars per million tokens</source>
        <translation>每百万 token 的价格（美元）</translation>
    </message>
    <message>
        <source>No prices yet.</source>
        <translation>还没有价格。</translation>
    </message>
    <message>
        <source>Prices are shown for the models that routes and providers offer.</source>
        <translation>此处显示路由和提供商所提供模型的价格。</translation>
    </message>
    <message>
        <source>The list of %1 knows the prices of %2 models. Own prices come first.</source>
        <translation>%1 的列表包含 %2 个模型的价格。自定义价格优先。</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were priced anew</source>
        <translation>
            <numerusform>已重新计算 %n 个请求的费用</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing rows, sums, usage report and export…</source>
        <translation>正在比较明细、汇总、用量报告和导出…</translation>
    </message>
    <message>
        <source>The books agree: %1 days, %2 requests, %3.</source>
        <translation>账目一致：%1 天，%2 个请求，%3。</translation>
    </message>
    <message numerus="yes">
        <source>The books do not agree at %n places. The first: %1, %2.</source>
        <translation>
            <numerusform>账目有 %n 处不一致。第一处：%1，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in at batch rates</source>
        <translation>%1 批量价输入</translation>
    </message>
    <message>
        <source>%1 out at batch rates</source>
        <translation>%1 批量价输出</translation>
    </message>
    <message>
        <source>%1 an hour, shared by %2</source>
        <translation>每小时 %1，由 %2 个位置分摊</translation>
    </message>
    <message>
        <source>Contract, −%1 %</source>
        <translation>合同，−%1 %</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>按小时</translation>
    </message>
    <message>
        <source>Update list…</source>
        <translation>更新价格表…</translation>
    </message>
    <message>
        <source>Take the update back</source>
        <translation>撤回更新</translation>
    </message>
    <message>
        <source>Prices are of the list of %1 again</source>
        <translation>价格又取自 %1 的价格表</translation>
    </message>
    <message>
        <source>%1, by the hour: %2 hours paid in 30 days, %3. Booked by requests %4, idle %5.</source>
        <translation>%1，按小时计：30 天内付费 %2 小时，%3。请求入账 %4，闲置 %5。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Correct an hour…</source>
        <translation>更正每小时价格…</translation>
    </message>
    <message>
        <source>What an hour of %1 cost was corrected</source>
        <translation>%1 的每小时价格已更正</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in 30 days</source>
        <translation>
            <numerusform>30 天内 %n 个请求</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PricesSection</name>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>未定价的模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Set price…</source>
        <translation>设定价格…</translation>
    </message>
    <message>
        <source>Their requests are counted as unpriced, not as free.</source>
        <translation>它们的请求计为未定价，而不是免费。</translation>
    </message>
    <message>
        <source>Models without a price, unpriced, set price</source>
        <translation>没有价格的模型、未定价、设定价格</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>自定义价格</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>缓存读取</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>缓存写入</translation>
    </message>
    <message>
        <source>Add price…</source>
        <translation>添加价格…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Dollars per million tokens. They come before the built-in list.</source>
        <translation>美元/百万 token。优先于内置价格表。</translation>
    </message>
    <message>
        <source>Own prices, overrides, import, CSV, JSON</source>
        <translation>自定义价格、覆盖、导入、CSV、JSON</translation>
    </message>
    <message>
        <source>Built-in list</source>
        <translation>内置价格表</translation>
    </message>
    <message>
        <source>Built-in price list, version, date</source>
        <translation>内置价格表、版本、日期</translation>
    </message>
    <message>
        <source>Prices of %1 models as of %2, part of this version of the program.</source>
        <translation>%1 个模型的价格，截至 %2，随此程序版本提供。</translation>
    </message>
    <message>
        <source>Every model</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>由 %1 设定</translation>
    </message>
    <message>
        <source>Add a provider first.</source>
        <translation>请先添加提供商。</translation>
    </message>
    <message>
        <source>Removed the price of %1</source>
        <translation>已移除 %1 的价格</translation>
    </message>
    <message>
        <source>Set the price of %1</source>
        <translation>已设定 %1 的价格</translation>
    </message>
    <message>
        <source>Import own prices</source>
        <translation>导入自定义价格</translation>
    </message>
    <message>
        <source>Prices (*.csv *.json)</source>
        <translation>价格 (*.csv *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>No price was imported. %1</source>
        <translation>未导入任何价格。%1</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n prices</source>
        <translation>
            <numerusform>已导入 %n 个价格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProbeSection</name>
    <message>
        <source>From traffic only</source>
        <translation>仅根据流量</translation>
    </message>
    <message>
        <source>List its models</source>
        <translation>列出其模型</translation>
    </message>
    <message>
        <source>Ask a model for one token</source>
        <translation>向模型请求一个 token</translation>
    </message>
    <message>
        <source>The first of its models</source>
        <translation>它的第一个模型</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Checks without traffic</source>
        <translation>无流量时的检查</translation>
    </message>
    <message>
        <source>How health is found out</source>
        <translation>如何了解健康状况</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>At most on a day</source>
        <translation>每天最多</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>When a model of it is left alone</source>
        <translation>何时暂不使用其某个模型</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>连续失败次数</translation>
    </message>
    <message>
        <source>Or share of failures</source>
        <translation>或失败比例</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>在此时间内</translation>
    </message>
    <message>
        <source>Of at least so many requests</source>
        <translation>至少这么多请求</translation>
    </message>
    <message>
        <source>First rest</source>
        <translation>首次暂停</translation>
    </message>
    <message>
        <source>Doubled while it does not recover.</source>
        <translation>未恢复时加倍。</translation>
    </message>
    <message>
        <source>Longest rest</source>
        <translation>最长暂停</translation>
    </message>
    <message>
        <source>From its return to its full share</source>
        <translation>从恢复到完整份额</translation>
    </message>
    <message>
        <source>Nothing is sent without a request. A provider that is down comes back with the first request that tries it.</source>
        <translation>没有请求时不发送任何内容。中断的提供商会在第一个尝试它的请求成功后恢复。</translation>
    </message>
    <message>
        <source>Up to %1 checks a day. They cost nothing.</source>
        <translation>每天最多 %1 次检查。它们不收费。</translation>
    </message>
    <message>
        <source>Up to %1 checks a day, %2 in all.</source>
        <translation>每天最多 %1 次检查，共 %2。</translation>
    </message>
    <message>
        <source>Up to %1 checks a day. What they cost is not known: its model has no price.</source>
        <translation>每天最多 %1 次检查。费用未知：其模型没有价格。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProbeStrip</name>
    <message>
        <source>Latest checks</source>
        <translation>最近的检查</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>%1: passed in %2</source>
        <translation>%1：通过，用时 %2</translation>
    </message>
    <message>
        <source>%1: passed</source>
        <translation>%1：通过</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <translation>%1：失败。%2</translation>
    </message>
    <message>
        <source>%1 of the latest %2 checks passed.</source>
        <translation>最近 %2 次检查中有 %1 次通过。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderEditor</name>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Parts of the provider</source>
        <translation>提供商的各部分</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Limits and price</source>
        <translation>限制和价格</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saves the provider (Ctrl+S)</source>
        <translation>保存提供商（Ctrl+S）</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>The copy uses the same stored keys.</source>
        <translation>副本使用相同的已存储密钥。</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>由 %1 设定</translation>
    </message>
    <message>
        <source>%1. Change it there.</source>
        <translation>%1。请在那里更改。</translation>
    </message>
    <message>
        <source>Someone changed this provider meanwhile. Save puts your version on top, Discard takes theirs.</source>
        <translation>其间有人更改了此提供商。“保存”以自己的版本覆盖，“放弃”采用对方的版本。</translation>
    </message>
    <message>
        <source>Look at the marked fields.</source>
        <translation>请查看标出的字段。</translation>
    </message>
    <message>
        <source>The gateway did not answer. Check that it runs, then test again.</source>
        <translation>网关没有响应。请检查它是否在运行，然后重新测试。</translation>
    </message>
    <message>
        <source>The test could not run. %1</source>
        <translation>无法运行测试。%1</translation>
    </message>
    <message>
        <source>Nothing to save.</source>
        <translation>没有需要保存的内容。</translation>
    </message>
    <message>
        <source>Testing, then saving…</source>
        <translation>正在测试，然后保存…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The test failed, so nothing was saved.</source>
        <translation>测试失败，因此未保存任何内容。</translation>
    </message>
    <message>
        <source>The key could not be stored, so nothing was saved. %1</source>
        <translation>无法存储密钥，因此未保存任何内容。%1</translation>
    </message>
    <message>
        <source>The provider could not be saved. %1</source>
        <translation>无法保存提供商。%1</translation>
    </message>
    <message>
        <source>Resumed %1</source>
        <translation>已继续 %1</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <translation>已暂停 %1</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对 %1 的更改？</translation>
    </message>
    <message>
        <source>Not saved: someone else changed the configuration first.</source>
        <translation>没有保存：其他人先更改了配置。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderHeader</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Runs all checks (T)</source>
        <translation>运行所有检查 (T)</translation>
    </message>
    <message>
        <source>Close the provider (Esc)</source>
        <translation>关闭提供商 (Esc)</translation>
    </message>
    <message>
        <source>New provider</source>
        <translation>新提供商</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Sends requests to it again</source>
        <translation>恢复向其发送请求</translation>
    </message>
    <message>
        <source>Finishes running requests and sends no new ones</source>
        <translation>完成正在运行的请求，不再发送新请求</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderHealthModel</name>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>token/秒</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>今日支出</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderRow</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is an age such as 2 min</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>From a check, %1: passed.</source>
        <translation>来自检查，%1：通过。</translation>
    </message>
    <message>
        <source>From a check, %1: failed. %2</source>
        <translation>来自检查，%1：失败。%2</translation>
    </message>
    <message>
        <source>No traffic yet, and no check.</source>
        <translation>尚无流量，也未检查。</translation>
    </message>
    <message numerus="yes">
        <source>From traffic, %n attempts in 5 min.</source>
        <translation>
            <numerusform>来自流量，5 分钟内 %n 次尝试。</numerusform>
        </translation>
    </message>
    <message>
        <source>From traffic, none in the last 5 min.</source>
        <translation>来自流量，最近 5 分钟内没有。</translation>
    </message>
    <message>
        <source>%1 The last check disagrees. %2</source>
        <translation>%1 上次检查的结果不一致。%2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>%n active</source>
        <translation>%n 个有效</translation>
    </message>
    <message>
        <source>%n locked</source>
        <translation>%n 个已锁定</translation>
    </message>
    <message>
        <source>%n refused</source>
        <translation>%n 个被拒绝</translation>
    </message>
    <message>
        <source>%n missing</source>
        <translation>%n 个缺失</translation>
    </message>
    <message>
        <source>%n disabled</source>
        <translation>%n 个已停用</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting; cache %3 full</source>
        <translation>%1 个运行中，%2 个等待；缓存已用 %3</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting</source>
        <translation>%1 个运行中，%2 个等待</translation>
    </message>
    <message>
        <source>No model loaded; the first request loads its model</source>
        <translation>未加载模型；首个请求会加载所需模型</translation>
    </message>
    <message>
        <source>Loaded: %1</source>
        <translation>已加载：%1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Asleep until a request needs it</source>
        <translation>休眠中，有请求时唤醒</translation>
    </message>
    <message>
        <source>Waking up</source>
        <translation>正在唤醒</translation>
    </message>
    <message>
        <source>Loading its model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Does not tell its load</source>
        <translation>未报告负载</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>%1: %2 of %3 running, learned</source>
        <translation>%1:%3 个中 %2 个在运行(自动探测)</translation>
    </message>
    <message>
        <source>%1: %2 of %3 running, as set</source>
        <translation>%1:%3 个中 %2 个在运行(手动设置)</translation>
    </message>
    <message>
        <source>What is sent to it may hold personal data.</source>
        <translation>发送给它的内容可能包含个人数据。</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>保留：%1。</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不保留</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderSave</name>
    <message>
        <source>Added %1</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderStep</name>
    <message>
        <source>Other OpenAI-compatible address</source>
        <translation>其他兼容 OpenAI 的地址</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>1 个模型</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a provider</source>
        <translation>选择提供商</translation>
    </message>
    <message>
        <source>Where should the gateway send requests first? You can add more at any time.</source>
        <translation>网关应先将请求发往哪里？之后可随时添加更多。</translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation>搜索提供商</translation>
    </message>
    <message>
        <source>The gateway did not answer, so its list of providers is missing. Check that it runs.</source>
        <translation>网关没有响应，因此缺少提供商列表。请检查它是否在运行。</translation>
    </message>
    <message>
        <source>A key for %1 is set in your environment (%2).</source>
        <translation>环境变量中已设置 %1 的密钥（%2）。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use the key for %1</source>
        <translation>使用 %1 的密钥</translation>
    </message>
    <message>
        <source>Your own address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在此计算机上</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>用示例数据体验</translation>
    </message>
    <message>
        <source>Connect to a gateway that already runs</source>
        <translation>连接到已在运行的网关</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>其他提供商</translation>
    </message>
    <message>
        <source>Azure OpenAI, Amazon Bedrock, Google Vertex AI and every other kind</source>
        <translation>Azure OpenAI、Amazon Bedrock、Google Vertex AI 以及所有其他类型</translation>
    </message>
    <message>
        <source>Opens its form</source>
        <translation>打开其表单</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderTile</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProviderTrends</name>
    <message>
        <source>No answers in the last 24 hours.</source>
        <translation>最近 24 小时没有回答。</translation>
    </message>
    <message>
        <source>Median answer time of the last 24 hours between %1 and %2.</source>
        <translation>最近 24 小时的中位回答时间在 %1 与 %2 之间。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersCard</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message numerus="yes">
        <source>%n configured</source>
        <translation>
            <numerusform>已配置 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n 个降级</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>1 route</source>
        <translation>1 个路由</translation>
    </message>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n 个路由</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Requests being answered now, of the most allowed at a time</source>
        <translation>正在回答的请求，占同时允许的最大数量</translation>
    </message>
    <message>
        <source>Requests being answered now. There is no limit.</source>
        <translation>正在回答的请求。没有限制。</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>No answered request since the gateway started</source>
        <translation>网关启动后尚无已回答的请求</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>%1, disputed</source>
        <translation>%1（有分歧）</translation>
    </message>
    <message>
        <source>%1 of its requests succeeded. %2</source>
        <translation>%1 的请求成功。%2</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Spent this month, of the budget of the provider for it</source>
        <translation>本月支出，占该提供商本月预算</translation>
    </message>
    <message>
        <source>Spent this month. The provider has no budget for it.</source>
        <translation>本月支出。该提供商没有本月预算。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>添加提供商</translation>
    </message>
    <message>
        <source>Adds a provider (N)</source>
        <translation>添加提供商（N）</translation>
    </message>
    <message>
        <source>No providers yet.</source>
        <translation>尚无提供商。</translation>
    </message>
    <message>
        <source>A provider is a company or a server of your own that answers with models.</source>
        <translation>提供商是用模型作出回答的公司或自有服务器。</translation>
    </message>
    <message>
        <source>Add what was found</source>
        <translation>添加找到的项</translation>
    </message>
    <message>
        <source>The providers could not be read.</source>
        <translation>无法读取提供商。</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>网关没有响应。请启动网关或检查连接，然后重试。</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>网关返回错误：%1。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the providers as of %1.</source>
        <translation>网关没有响应。所示为截至 %1 的提供商。</translation>
    </message>
    <message>
        <source>The configuration could not be read, so providers cannot be changed now. %1</source>
        <translation>无法读取配置，因此目前不能更改提供商。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n 个需要关注</numerusform>
        </translation>
    </message>
    <message>
        <source>Gatehouse found %1 on this computer.</source>
        <translation>Gatehouse 在此计算机上找到了 %1。</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Replaced %1 with %2 and deleted it</source>
        <translation>已用 %2 替换 %1 并将其删除</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::PublishDialog</name>
    <message>
        <source>Publish the draft</source>
        <translation>发布草稿</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n changes?</source>
        <translation>
            <numerusform>发布 %n 项更改？</numerusform>
        </translation>
    </message>
    <message>
        <source>New requests follow the new routes at once; running ones end as they began. You can undo this.</source>
        <translation>新请求立即按新路由处理；正在运行的请求按原路由完成。此操作可撤销。</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将发生的更改</translation>
    </message>
    <message numerus="yes">
        <source>The check has %n warnings. They do not stop publishing.</source>
        <translation>
            <numerusform>检查发现 %n 条警告。不影响发布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Kept with the version, for those who come after.</source>
        <translation>随版本保留，供以后的人查看。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RaiseBudgetDialog</name>
    <message>
        <source>Raise “%1” until it resets</source>
        <translation>提高“%1”直至重置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Raise budget</source>
        <translation>提高预算</translation>
    </message>
    <message>
        <source>Dollars to add</source>
        <translation>增加的美元金额</translation>
    </message>
    <message>
        <source>The limit itself stays; the next period begins with it.</source>
        <translation>限额本身不变；下一周期从该限额开始。</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>保留在审计日志中。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RangeDialog</name>
    <message>
        <source>Choose a range of time</source>
        <translation>选择时间范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Days and hours of %1.</source>
        <translation>按 %1 的日期和时间。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show range</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>The end lies before the beginning. Choose a later one.</source>
        <translation>结束时间早于开始时间。请选择更晚的时间。</translation>
    </message>
    <message numerus="yes">
        <source>A range is at most %n days long. Choose an earlier end.</source>
        <translation>
            <numerusform>时间范围最长 %n 天。请选择更早的结束时间。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RateWords</name>
    <message>
        <source>The file is too large for a list of exchange rates.</source>
        <translation>文件过大，不像汇率列表。</translation>
    </message>
    <message>
        <source>This is no XML file: %1</source>
        <translation>这不是 XML 文件：%1</translation>
    </message>
    <message>
        <source>The file holds no rates with a day and a rate of the US dollar. Choose eurofxref-daily.xml of the European Central Bank.</source>
        <translation>文件中没有带日期的美元汇率。请选择欧洲中央银行的 eurofxref-daily.xml。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecalculateDialog</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Recalculate past costs</source>
        <translation>重新计算过去的费用</translation>
    </message>
    <message>
        <source>Requests get the cost that the prices of now have for the day on which they started. What they said before is kept.</source>
        <translation>请求将按当前价格表中其开始当日的价格重新计费。之前的数值会保留。</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Requests of the</source>
        <translation>请求范围</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>原因（可选）</translation>
    </message>
    <message>
        <source>Kept in the audit log.</source>
        <translation>保留在审计日志中。</translation>
    </message>
    <message>
        <source>What changes, by model</source>
        <translation>按模型列出的变化</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>First look at the difference; nothing is changed by that.</source>
        <translation>请先查看差异；这不会更改任何内容。</translation>
    </message>
    <message>
        <source>The gateway works it out…</source>
        <translation>网关正在计算…</translation>
    </message>
    <message>
        <source>%1 of %2 requests…</source>
        <translation>%1 / %2 个请求…</translation>
    </message>
    <message>
        <source>Nothing changes: all costs are those of the prices of now.</source>
        <translation>没有变化：所有费用都与当前价格一致。</translation>
    </message>
    <message>
        <source>%1 of %2 requests change, from %3 to %4.</source>
        <translation>%2 个请求中有 %1 个发生变化，从 %3 变为 %4。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordDialog</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>My key is sk-1234567890abcdef1234567890abcdef</source>
        <translation>我的密钥是 sk-1234567890abcdef1234567890abcdef</translation>
    </message>
    <message>
        <source>Record bodies</source>
        <translation>录制正文</translation>
    </message>
    <message>
        <source>Requests of</source>
        <translation>请求来源</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>试一段文字</translation>
    </message>
    <message>
        <source>What these requests say and are answered is stored word by word until it ends by itself. Secrets are taken out first. The audit log notes who records and who reads.</source>
        <translation>这些请求的内容与回答会逐字存储，直到自动结束。机密会先被移除。审计日志会记录谁录制、谁阅读。</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始录制</translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n days, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>保留 %n 天，每段文字最多 %1，总计最多 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording was not started. The gateway says: %1</source>
        <translation>录制未开始。网关的说明：%1</translation>
    </message>
    <message numerus="yes">
        <source>Kept for %n hours, of each text at most %1, all together at most %2.</source>
        <translation>
            <numerusform>保留 %n 小时，每段文本最多 %1，合计最多 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests at most</source>
        <translation>最多请求数</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>最多分钟数</translation>
    </message>
    <message>
        <source>Recorded as: %1</source>
        <translation>记录为：%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RecordingChip</name>
    <message>
        <source>Recording</source>
        <translation>录制中</translation>
    </message>
    <message>
        <source>Recording of bodies runs; end it</source>
        <translation>正在录制正文；结束</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>路由 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: at most %n more requests, until %2. Activate to end it.</source>
        <translation>
            <numerusform>%1：最多还有 %n 个请求，至 %2。激活可结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>End the recording?</source>
        <translation>结束录制？</translation>
    </message>
    <message>
        <source>Nothing more is recorded. What was recorded stays until it is deleted or past its time.</source>
        <translation>不再录制任何内容。已录制的内容会保留，直到被删除或过期。</translation>
    </message>
    <message>
        <source>End recording</source>
        <translation>结束录制</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RefusalWords</name>
    <message>
        <source>%1 has used %2 of %3. Requests are refused until %4.</source>
        <translation>%1 已使用 %3 中的 %2。请求将被拒绝，直到 %4。</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 requests a minute.</source>
        <translation>%1 已达到每分钟 %2 个请求的限制。</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 tokens a minute.</source>
        <translation>%1 已达到每分钟 %2 个 token 的限制。</translation>
    </message>
    <message>
        <source>%1 has reached its limit of %2 requests at a time.</source>
        <translation>%1 已达到同时 %2 个请求的限制。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RegionSection</name>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>The system's (%1)</source>
        <translation>跟随系统（%1）</translation>
    </message>
    <message>
        <source>Reporting time zone</source>
        <translation>统计时区</translation>
    </message>
    <message>
        <source>Decides days, months and budget periods for everyone who uses this gateway.</source>
        <translation>为此网关的所有使用者决定日、月和预算周期。</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>数字格式</translation>
    </message>
    <message>
        <source>Number format, money, dates, preview</source>
        <translation>数字格式、金额、日期、预览</translation>
    </message>
    <message>
        <source>%1 · %2 requests · %3 · %4, %5 · %6</source>
        <extracomment>A line of samples: money, a count, a share, date and time, a duration.</extracomment>
        <translation>%1 · %2 个请求 · %3 · %4，%5 · %6</translation>
    </message>
    <message>
        <source>Week starts on</source>
        <translation>每周开始于</translation>
    </message>
    <message>
        <source>For weekly sums and budgets, and for calendars.</source>
        <translation>用于周汇总、预算和日历。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>数字与日期</translation>
    </message>
    <message>
        <source>Amounts are shown in it, marked with ≈. Prices, limits and budgets stay in US dollars.</source>
        <translation>金额以此货币显示，并标有 ≈。价格、限额和预算仍以美元计。</translation>
    </message>
    <message>
        <source>1 USD = </source>
        <translation>1 USD = </translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Rates from a file</source>
        <translation>从文件导入汇率</translation>
    </message>
    <message>
        <source>eurofxref-daily.xml of the European Central Bank, from ecb.europa.eu.</source>
        <translation>欧洲中央银行的 eurofxref-daily.xml，来自 ecb.europa.eu。</translation>
    </message>
    <message>
        <source>Import exchange rates</source>
        <translation>导入汇率</translation>
    </message>
    <message>
        <source>Exchange rates (*.xml)</source>
        <translation>汇率 (*.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The file has no rate of %1. Enter it by hand.</source>
        <translation>文件中没有 %1 的汇率。请手动输入。</translation>
    </message>
    <message>
        <source>Like the language</source>
        <translation>跟随语言</translation>
    </message>
    <message>
        <source>Of this desktop: amounts, counts and short dates.</source>
        <translation>用于本机：金额、数量和短日期。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReliabilityPage</name>
    <message>
        <source>Reliability</source>
        <translation>可靠性</translation>
    </message>
    <message>
        <source>No requests in this range.</source>
        <translation>此时间范围内没有请求。</translation>
    </message>
    <message>
        <source>What fails, and what the gateway does about it, shows here.</source>
        <translation>这里显示什么失败了，以及网关如何处理。</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>计数对象</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Count requests</source>
        <translation>统计请求</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Count attempts</source>
        <translation>统计尝试</translation>
    </message>
    <message>
        <source>Include caller mistakes</source>
        <translation>包含调用方错误</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <extracomment>attempts, retries, fallbacks, rescued, hedged, each with its number</extracomment>
        <translation>%1，%2，%3，%4，%5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts</source>
        <translation>
            <numerusform>%Ln 次尝试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retries</source>
        <translation>
            <numerusform>%Ln 次重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fallbacks</source>
        <translation>
            <numerusform>%Ln 次回退</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rescued</source>
        <translation>
            <numerusform>%Ln 次挽救</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hedged</source>
        <translation>
            <numerusform>%Ln 次对冲</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReplaceDialog</name>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>%1 is still used</source>
        <translation>%1 仍在使用</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between route names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>The route %1 sends requests to it.</source>
        <translation>路由 %1 正在向其发送请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n routes send requests to it: %1.</source>
        <translation>
            <numerusform>%n 个路由向其发送请求：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>The routes keep their model names. It is one change that can be undone.</source>
        <translation>路由保留其模型名称。这是一次可撤销的更改。</translation>
    </message>
    <message>
        <source>Replace and delete</source>
        <translation>替换并删除</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>There is no other provider. Add one, or take this one out of the routes first.</source>
        <translation>没有其他提供商。请添加一个，或先将此提供商移出路由。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReplayDialog</name>
    <message>
        <source>Replay a request</source>
        <translation>重放请求</translation>
    </message>
    <message>
        <source>Model or route</source>
        <translation>模型或路由</translation>
    </message>
    <message>
        <source>%1, as recorded</source>
        <translation>%1（与记录相同）</translation>
    </message>
    <message>
        <source>Rough cost</source>
        <translation>大致费用</translation>
    </message>
    <message>
        <source>This sends the recorded request again and is booked.</source>
        <translation>这会再次发送记录的请求，并会记账。</translation>
    </message>
    <message>
        <source>This sends the recorded request again and is booked on key %1, whose limits and budgets hold. The audit log notes it.</source>
        <translation>这会再次发送记录的请求，并记到密钥 %1 上，其限额和预算有效。审计日志会记下此事。</translation>
    </message>
    <message>
        <source>Recorded answer</source>
        <translation>记录的回答</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新的回答</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the new request</source>
        <translation>打开新请求</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>再次发送</translation>
    </message>
    <message>
        <source>Asking the gateway…</source>
        <translation>正在询问网关…</translation>
    </message>
    <message>
        <source>The cost is not known. The gateway says: %1</source>
        <translation>费用未知。网关说：%1</translation>
    </message>
    <message>
        <source>Now it would be refused: %1</source>
        <translation>现在会被拒绝：%1</translation>
    </message>
    <message>
        <source>Unpriced: %1 has no price, or the recorded counts are gone.</source>
        <translation>未定价：%1 没有价格，或者记录的计数已不存在。</translation>
    </message>
    <message>
        <source>About %1 at %2, if it takes as many tokens again: %3 in, %4 out.</source>
        <translation>在 %2 约 %1，如果再次使用同样多的 token：输入 %3，输出 %4。</translation>
    </message>
    <message>
        <source>%1 Secrets were taken out of the recording, [redacted] is sent in their place.</source>
        <translation>%1记录中的机密已被去掉，将以 [redacted] 代替发送。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>The request was not sent. The gateway says: %1</source>
        <translation>请求没有发出。网关说：%1</translation>
    </message>
    <message>
        <source>Status %1 from %2, %3, %4 tokens out, %5</source>
        <translation>状态 %1，来自 %2，%3，输出 %4 个令牌，%5</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>未定价</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReportModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ReportState</name>
    <message>
        <source>The gateway does not answer</source>
        <translation>网关没有响应</translation>
    </message>
    <message>
        <source>Nothing could be read from it yet. It is asked again every few seconds.</source>
        <translation>尚未读取到任何数据。每隔几秒会再次询问。</translation>
    </message>
    <message>
        <source>As of %1. The gateway does not answer now.</source>
        <translation>截至 %1。网关目前没有响应。</translation>
    </message>
    <message>
        <source>This needs a newer gateway</source>
        <translation>这需要更新版本的网关</translation>
    </message>
    <message>
        <source>The gateway is older than this window and cannot answer what is asked here.</source>
        <translation>该网关比此窗口旧，无法回答这里的查询。</translation>
    </message>
    <message>
        <source>Your role may not see this</source>
        <translation>当前角色无权查看</translation>
    </message>
    <message>
        <source>An administrator of the gateway can change that.</source>
        <translation>网关管理员可以更改。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestActions</name>
    <message>
        <source>Only key %1</source>
        <translation>仅密钥 %1</translation>
    </message>
    <message>
        <source>Only model %1</source>
        <translation>仅模型 %1</translation>
    </message>
    <message>
        <source>Only provider %1</source>
        <translation>仅提供商 %1</translation>
    </message>
    <message>
        <source>Only route %1</source>
        <translation>仅路由 %1</translation>
    </message>
    <message>
        <source>Only team %1</source>
        <translation>仅团队 %1</translation>
    </message>
    <message>
        <source>Only client %1</source>
        <translation>仅客户端 %1</translation>
    </message>
    <message>
        <source>Only error %1</source>
        <translation>仅错误 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestDetailPanel</name>
    <message>
        <source>This request is still running.</source>
        <translation>此请求仍在运行。</translation>
    </message>
    <message>
        <source>The caller left before the answer was complete.</source>
        <translation>回答完成前调用方已断开。</translation>
    </message>
    <message>
        <source>Refused by the gateway before any provider was asked.</source>
        <translation>在询问任何提供商之前已被网关拒绝。</translation>
    </message>
    <message>
        <source>Failed at the only attempt.</source>
        <translation>唯一一次尝试失败。</translation>
    </message>
    <message numerus="yes">
        <source>Failed after %n attempts.</source>
        <translation>
            <numerusform>%n 次尝试后失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered by %1 at the first attempt.</source>
        <translation>%1 在首次尝试时回答。</translation>
    </message>
    <message>
        <source>Answered by %1 after one failed attempt at %2.</source>
        <translation>%2 尝试失败一次后，由 %1 回答。</translation>
    </message>
    <message numerus="yes">
        <source>Answered by %1 after %n failed attempts, first at %2.</source>
        <translation>
            <numerusform>%n 次尝试失败（首次为 %2）后，由 %1 回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Request details</source>
        <translation>请求详情</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的各部分</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Raw record</source>
        <translation>原始记录</translation>
    </message>
    <message>
        <source>Why this route</source>
        <translation>为何选此路由</translation>
    </message>
    <message>
        <source>Targets weighed</source>
        <translation>权衡过的目标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Raw record as JSON</source>
        <translation>JSON 格式的原始记录</translation>
    </message>
    <message>
        <source>Copy the record</source>
        <translation>复制记录</translation>
    </message>
    <message>
        <source>What the gateway keeps of this request.</source>
        <translation>网关为此请求保留的内容。</translation>
    </message>
    <message>
        <source>This request could not be read.</source>
        <translation>无法读取此请求。</translation>
    </message>
    <message>
        <source>Its record was removed, because records are kept for a limited time.</source>
        <translation>其记录已被删除，因为记录只保留有限时间。</translation>
    </message>
    <message>
        <source>The gateway did not answer. Try again.</source>
        <translation>网关没有响应。请重试。</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求模型</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>, then </source>
        <comment>between planned targets</comment>
        <translation>，然后 </translation>
    </message>
    <message>
        <source>Served</source>
        <translation>响应方</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收时间</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>yyyy年M月d日 HH:mm:ss</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 in total, first token after %2</source>
        <translation>共 %1，首个 token 用时 %2</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>未定价</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无回答</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>About %1 in, %2 out, estimated</source>
        <translation>输入约 %1，输出约 %2，为估算值</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestExport</name>
    <message>
        <source>The export was cancelled.</source>
        <translation>导出已取消。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestHeader</name>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Filter by this request</source>
        <translation>按此请求筛选</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Replay with…</source>
        <translation>重放…</translation>
    </message>
    <message>
        <source>Previous request (K)</source>
        <translation>上一个请求（K）</translation>
    </message>
    <message>
        <source>Next request (J)</source>
        <translation>下一个请求（J）</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>关闭详情（Esc）</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Explain with current policy</source>
        <translation>按当前规则解释</translation>
    </message>
    <message>
        <source>Add an alert for %1…</source>
        <translation>为 %1 添加警报…</translation>
    </message>
    <message>
        <source>Show changes of %1</source>
        <translation>显示 %1 的更改</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Send the recorded request again, to the same model or another one.</source>
        <translation>再次发送记录的请求，发给同一个或另一个模型。</translation>
    </message>
    <message>
        <source>Only a recorded request can be sent again, and the body of this one was not recorded. Record bodies… records the next ones.</source>
        <translation>只有记录过的请求才能再次发送，而这个请求的正文没有被记录。“记录正文…”会记录接下来的请求。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestHistogramView</name>
    <message>
        <source>Requests over time</source>
        <translation>请求的时间分布</translation>
    </message>
    <message>
        <source>%1 requests, %2 of them failed. Arrow keys move, Enter narrows the range.</source>
        <translation>%1 个请求，其中 %2 个失败。方向键移动，Enter 键缩小时间范围。</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已应答</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsModel</name>
    <message>
        <source>HH:mm:ss</source>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens in and out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>未定价</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Status %1, %2</source>
        <translation>状态 %1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, served by a fallback</source>
        <translation>
            <numerusform>%n 次尝试，由备用目标响应</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens in, %2 tokens out</source>
        <translation>输入 %1 token，输出 %2 token</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 The provider sent no count, so this is an estimate.</source>
        <translation>%1 提供商未返回数量，因此这是估算值。</translation>
    </message>
    <message>
        <source>This model has no price yet.</source>
        <translation>此模型尚无价格。</translation>
    </message>
    <message>
        <source>from cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求模型</translation>
    </message>
    <message>
        <source>Served by model</source>
        <translation>响应模型</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Tokens in / out</source>
        <translation>输入 / 输出 token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Streamed</source>
        <translation>流式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>请求 ID</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>The bar is full at %1, what the slowest of the newest requests took.</source>
        <translation>条形图满格为 %1，即最新请求中最慢一个的用时。</translation>
    </message>
    <message>
        <source>≈ %1 / %2</source>
        <comment>tokens in and out, estimated</comment>
        <translation>≈ %1 / %2</translation>
    </message>
    <message>
        <source>About %1 tokens in, %2 tokens out</source>
        <translation>输入约 %1 token，输出约 %2 token</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>筛选请求</translation>
    </message>
    <message>
        <source>Filter, for example status:error provider:openai latency&gt;2s</source>
        <translation>筛选，例如 status:error provider:openai latency&gt;2s</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>搜索全部时间</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The requests could not be read.</source>
        <translation>无法读取请求。</translation>
    </message>
    <message>
        <source>The gateway does not answer. Start it, or check the connection, and try again.</source>
        <translation>网关没有响应。请启动网关或检查连接，然后重试。</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>网关返回错误：%1。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the requests as of %1.</source>
        <translation>网关没有响应。所示为截至 %1 的请求。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last requests read.</source>
        <translation>网关没有响应。所示为最后读取的请求。</translation>
    </message>
    <message>
        <source>%1. The table holds the newest %2, narrow the filter to see older ones.</source>
        <translation>%1。表中为最新的 %2 个，缩小筛选可查看更早的请求。</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>尚无请求。</translation>
    </message>
    <message>
        <source>No requests in this range.</source>
        <translation>此时间范围内没有请求。</translation>
    </message>
    <message>
        <source>Every request that an app sends through the gateway shows here, with its route, attempts and cost.</source>
        <translation>应用通过网关发送的每个请求都显示在这里，包括路由、尝试和费用。</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message>
        <source>No request in this range passes the filter.</source>
        <translation>此时间范围内没有请求符合筛选。</translation>
    </message>
    <message>
        <source>Open details</source>
        <translation>打开详情</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>取消请求</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>复制请求 ID</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>The request could not be cancelled. %1</source>
        <translation>无法取消请求。%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last hour</source>
        <translation>
            <numerusform>最近 1 小时 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 24 hours</source>
        <translation>
            <numerusform>最近 24 小时 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 7 days</source>
        <translation>
            <numerusform>最近 7 天 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the last 30 days</source>
        <translation>
            <numerusform>最近 30 天 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in all time</source>
        <translation>
            <numerusform>全部时间共 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests in the range of the filter</source>
        <translation>
            <numerusform>筛选范围内 %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests, %1</source>
        <translation>
            <numerusform>%Ln 个请求，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Record bodies…</source>
        <translation>录制正文…</translation>
    </message>
    <message>
        <source>Open details in a window (Ctrl+Enter)</source>
        <translation>在窗口中打开详情 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Add an alert for %1…</source>
        <translation>为 %1 添加警报…</translation>
    </message>
    <message>
        <source>Show changes of %1</source>
        <translation>显示 %1 的更改</translation>
    </message>
    <message>
        <source>%1 requests in this range.</source>
        <translation>此范围内有 %1 个请求。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RequestsTable</name>
    <message>
        <source>Requests, newest first</source>
        <translation>请求，最新的在前</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RescuedCard</name>
    <message>
        <source>Rescued requests</source>
        <translation>挽救的请求</translation>
    </message>
    <message>
        <source>failed first, answered later</source>
        <translation>先失败，后被回答</translation>
    </message>
    <message>
        <source>Rescued</source>
        <translation>已挽救</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RestoreDialog</name>
    <message>
        <source>Restore backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Restore %1?</source>
        <translation>恢复 %1？</translation>
    </message>
    <message>
        <source>Type “%1” to go on</source>
        <translation>输入“%1”以继续</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking the backup…</source>
        <translation>正在检查备份…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会更改的内容</translation>
    </message>
    <message>
        <source>It replaces the configuration (now revision %1), the created keys, the books of requests and the audit log. The gateway ends running requests and restarts at once. What is there now is kept in a folder beside it.</source>
        <translation>它将替换配置（当前版本 %1）、已创建的密钥、请求记录和审计日志。网关会结束运行中的请求并立即重启。现有内容会保留在旁边的文件夹中。</translation>
    </message>
    <message>
        <source>Requests in the books: %1 now, %2 afterwards.</source>
        <translation>记录中的请求：现在 %1，之后 %2。</translation>
    </message>
    <message>
        <source>The configuration stays as it is.</source>
        <translation>配置保持不变。</translation>
    </message>
    <message>
        <source>In the configuration this changes:</source>
        <translation>配置中的变化：</translation>
    </message>
    <message numerus="yes">
        <source>Made %1 by Gatehouse %2: configuration revision %3, %Ln requests.</source>
        <translation>
            <numerusform>由 Gatehouse %2 于 %1 制作：配置版本 %3，%Ln 个请求。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RevisionsModel</name>
    <message>
        <source>The difference could not be read: %1</source>
        <translation>无法读取差异：%1</translation>
    </message>
    <message>
        <source>%1, in force</source>
        <translation>%1，生效中</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1；另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Rights</name>
    <message>
        <source>Your role (%1) may not do this. Roles that may: %2.</source>
        <translation>你的角色（%1）无权执行此操作。有权的角色：%2。</translation>
    </message>
    <message>
        <source>The token this window signs in with leaves this out.</source>
        <translation>此窗口用于登录的令牌不包含此项权限。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RightsLock</name>
    <message>
        <source>The gateway does not answer, so nothing can be changed now.</source>
        <translation>网关没有响应，因此现在无法更改任何内容。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RotateDialog</name>
    <message>
        <source>Rotate key</source>
        <translation>轮换密钥</translation>
    </message>
    <message>
        <source>Rotate key “%1”</source>
        <translation>轮换密钥“%1”</translation>
    </message>
    <message>
        <source>It is refused at once</source>
        <translation>立即拒绝</translation>
    </message>
    <message>
        <source>It works for 1 more hour</source>
        <translation>再有效 1 小时</translation>
    </message>
    <message>
        <source>It works for 24 more hours</source>
        <translation>再有效 24 小时</translation>
    </message>
    <message>
        <source>It works for 7 more days</source>
        <translation>再有效 7 天</translation>
    </message>
    <message>
        <source>The key gets a new secret now. Its name, team, models and spend stay.</source>
        <translation>密钥现在获得新的机密。其名称、团队、模型和支出不变。</translation>
    </message>
    <message>
        <source>The old secret is still accepted from the last rotation; that ends now.</source>
        <translation>上次轮换前的旧机密仍被接受；现在即告终止。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Old secret</source>
        <translation>旧机密</translation>
    </message>
    <message>
        <source>The key was not rotated. %1</source>
        <translation>密钥未轮换。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteArranger</name>
    <message>
        <source>Pull the line to a model or a route in the list</source>
        <translation>请将连线拖到列表中的模型或路由上</translation>
    </message>
    <message>
        <source>%1 is a target already</source>
        <translation>%1 已经是目标</translation>
    </message>
    <message>
        <source>Add %1 as a target</source>
        <translation>将 %1 添加为目标</translation>
    </message>
    <message>
        <source>Added the target %1</source>
        <translation>已添加目标 %1</translation>
    </message>
    <message>
        <source>A route cannot be its own fallback</source>
        <translation>路由不能作为自己的备用路由</translation>
    </message>
    <message>
        <source>%1 is a fallback already</source>
        <translation>%1 已经是备用路由</translation>
    </message>
    <message>
        <source>%1 falls back to this route: that would be a loop</source>
        <translation>%1 的备用路由指向此路由，会形成循环</translation>
    </message>
    <message>
        <source>Add %1 as a fallback</source>
        <translation>将 %1 添加为备用路由</translation>
    </message>
    <message>
        <source>Added the fallback %1</source>
        <translation>已添加备用路由 %1</translation>
    </message>
    <message>
        <source>Moved %1 in the order</source>
        <translation>已调整 %1 的顺序</translation>
    </message>
    <message>
        <source>Changed the weight of %1</source>
        <translation>已更改 %1 的权重</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>More weight</source>
        <translation>增加权重</translation>
    </message>
    <message>
        <source>Less weight</source>
        <translation>减少权重</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Add a fallback</source>
        <translation>添加备用路由</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteDiagram</name>
    <message>
        <source>Diagram of the route</source>
        <translation>路由图</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>weight, sum of all weights; short</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Pull a line to a model or a route in the list, or click for a menu</source>
        <translation>将连线拖到列表中的模型或路由上，或点击打开菜单</translation>
    </message>
    <message>
        <source>Drag up or down, or turn the wheel, to change the weight</source>
        <translation>上下拖动或滚动滚轮以更改权重</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteEditor</name>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Rate limited (429)</source>
        <translation>触发速率限制 (429)</translation>
    </message>
    <message>
        <source>Server error (5xx)</source>
        <translation>服务器错误 (5xx)</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Allowed regions</source>
        <translation>允许的区域</translation>
    </message>
    <message>
        <source>Requests never leave these regions, fallbacks included: us, eu, on-prem.</source>
        <translation>请求绝不离开这些区域，备用路由也不例外：us, eu, on-prem。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The model name that clients send.</source>
        <translation>客户端发送的模型名称。</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Show the requests of this route</source>
        <translation>显示此路由的请求</translation>
    </message>
    <message>
        <source>Duplicate this route</source>
        <translation>创建此路由的副本</translation>
    </message>
    <message>
        <source>Delete this route</source>
        <translation>删除此路由</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>The first one included.</source>
        <translation>包括第一次。</translation>
    </message>
    <message>
        <source>Pause before the second</source>
        <translation>第二次之前的间隔</translation>
    </message>
    <message>
        <source>It doubles from there.</source>
        <translation>此后逐次翻倍。</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Try again after: %1</source>
        <translation>遇到以下情况重试：%1</translation>
    </message>
    <message>
        <source>Try the next target after</source>
        <translation>遇到以下情况尝试下一个目标</translation>
    </message>
    <message>
        <source>Use 1 to 64 lower-case letters, digits, dots, hyphens or underscores.</source>
        <translation>请使用 1 到 64 个小写字母、数字、点、连字符或下划线。</translation>
    </message>
    <message>
        <source>Another route is called “%1”. Choose another name.</source>
        <translation>已有名为“%1”的路由。请选择其他名称。</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The session, else the key</source>
        <translation>会话，否则密钥</translation>
    </message>
    <message>
        <source>What stays at one target</source>
        <translation>固定到一个目标的对象</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteList</name>
    <message>
        <source>No name, target or strategy has this text.</source>
        <translation>没有名称、目标或策略包含此文本。</translation>
    </message>
    <message>
        <source>Search routes and models</source>
        <translation>搜索路由和模型</translation>
    </message>
    <message>
        <source>Routes and direct models</source>
        <translation>路由和直连模型</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteListModel</name>
    <message>
        <source>No target</source>
        <translation>无目标</translation>
    </message>
    <message>
        <source>None</source>
        <comment>usable targets</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>usable targets</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>可用</translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n 个目标</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>strategy, number of targets</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Direct models</source>
        <translation>直连模型</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 requests in 24 hours</source>
        <translation>24 小时内 %1 个请求</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>The first target that works gets every request.</source>
        <translation>第一个可用的目标接收所有请求。</translation>
    </message>
    <message>
        <source>By weight</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>Each target gets a share by its weight.</source>
        <translation>每个目标按权重分得一份请求。</translation>
    </message>
    <message>
        <source>Least busy</source>
        <translation>最空闲</translation>
    </message>
    <message>
        <source>The target with the fewest running requests for its weight.</source>
        <translation>相对其权重，正在处理的请求最少的目标。</translation>
    </message>
    <message>
        <source>Fastest first token</source>
        <translation>首个 token 最快</translation>
    </message>
    <message>
        <source>The target that has lately begun its answers soonest.</source>
        <translation>近期最早开始回答的目标。</translation>
    </message>
    <message>
        <source>Cheapest that fits</source>
        <translation>合适的最低价</translation>
    </message>
    <message>
        <source>The target with the lowest price that can take the request.</source>
        <translation>能接受该请求且价格最低的目标。</translation>
    </message>
    <message>
        <source>Sticky</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>A session, key or team stays at one target, shared out by weight.</source>
        <translation>会话、密钥或团队固定在一个目标上，按权重分配。</translation>
    </message>
    <message>
        <source>Same beginning together</source>
        <translation>相同开头归一处</translation>
    </message>
    <message>
        <source>Prompts that begin alike go to one target, where their beginning may be cached.</source>
        <translation>开头相同的提示发往同一目标，其开头可能已被缓存。</translation>
    </message>
    <message>
        <source>%1, no price</source>
        <comment>provider</comment>
        <translation>%1，无价格</translation>
    </message>
    <message>
        <source>Edited, %1</source>
        <extracomment>%1 is the number of targets; the list is narrow</extracomment>
        <translation>已编辑，%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteOutlineModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutePicker</name>
    <message>
        <source>All models of %1</source>
        <translation>%1 的所有模型</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All models and routes</source>
        <translation>所有模型和路由</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>仅限这些</translation>
    </message>
    <message>
        <source>Only chosen models and routes</source>
        <translation>仅限所选模型和路由</translation>
    </message>
    <message>
        <source>Find a model or route</source>
        <translation>查找模型或路由</translation>
    </message>
    <message>
        <source>Models and routes that may be called</source>
        <translation>可调用的模型和路由</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteTrials</name>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>On trial</source>
        <translation>试用中</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>First token, p95</source>
        <translation>首个 token，p95</translation>
    </message>
    <message>
        <source>Whole answer, p95</source>
        <translation>完整回答，p95</translation>
    </message>
    <message>
        <source>Cost of a request</source>
        <translation>每次请求的费用</translation>
    </message>
    <message>
        <source>Halted: it takes no more requests.</source>
        <translation>已停止：不再接收请求。</translation>
    </message>
    <message>
        <source>%1 of the requests since %2.</source>
        <translation>自 %2 起接收 %1 的请求。</translation>
    </message>
    <message numerus="yes">
        <source>Judged from %n requests on.</source>
        <translation>
            <numerusform>满 %n 次请求后开始评判。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the requests are copied; %2 of %3 used today.</source>
        <translation>%1 的请求被复制；今天已用 %2（上限 %3）。</translation>
    </message>
    <message>
        <source>%1 of the requests are copied; %2 used today.</source>
        <translation>%1 的请求被复制；今天已用 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n left out since the start.</source>
        <translation>
            <numerusform>启动以来略过 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RouteView</name>
    <message>
        <source>Path of a request</source>
        <translation>请求的路径</translation>
    </message>
    <message>
        <source>Which shares to show</source>
        <translation>显示哪种占比</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Shares as planned</source>
        <translation>计划的占比</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Shares measured in the last 24 hours</source>
        <translation>最近 24 小时的实测占比</translation>
    </message>
    <message>
        <source>How to show the route</source>
        <translation>路由的显示方式</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>图</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Path of a request as a list</source>
        <translation>请求的路径（列表）</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutesModel</name>
    <message>
        <source>the models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the health of the providers</source>
        <translation>提供商的健康状况</translation>
    </message>
    <message>
        <source>the requests of 24 hours</source>
        <translation>24 小时内的请求</translation>
    </message>
    <message>
        <source>the keys</source>
        <translation>密钥</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RoutesPage</name>
    <message>
        <source>Models and routes</source>
        <translation>模型和路由</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>此页的各部分</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Explain a request</source>
        <translation>解释请求</translation>
    </message>
    <message>
        <source>Clients ask for this model by its whole name. A route gives it a name of your choice, and a place to go when it fails.</source>
        <translation>客户端以完整名称请求此模型。路由可为其指定自选名称，并在其失败时提供备用去处。</translation>
    </message>
    <message>
        <source>Add a route for it</source>
        <translation>为其添加路由</translation>
    </message>
    <message>
        <source>No routes yet.</source>
        <translation>尚无路由。</translation>
    </message>
    <message>
        <source>Clients can ask for any enabled model directly. Add a route to balance, fall back or rename.</source>
        <translation>客户端可直接请求任何已启用的模型。添加路由可实现均衡、备用或重命名。</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>新路由</translation>
    </message>
    <message>
        <source>The routes could not be read.</source>
        <translation>无法读取路由。</translation>
    </message>
    <message>
        <source>The gateway does not answer, or refused: %1</source>
        <translation>网关没有响应或拒绝：%1</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last data.</source>
        <translation>网关没有响应。所示为最后的数据。</translation>
    </message>
    <message numerus="yes">
        <source>Reachable now: %1 and %n more.</source>
        <translation>
            <numerusform>当前可用：%1，另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reachable now: %1.</source>
        <translation>当前可用：%1。</translation>
    </message>
    <message>
        <source>Not answered: %1.</source>
        <translation>未返回：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、 </translation>
    </message>
    <message>
        <source>Set by %1</source>
        <translation>由 %1 设定</translation>
    </message>
    <message>
        <source>Publish the draft of your routes?</source>
        <translation>发布路由草稿？</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not published. Apps do not meet them yet.</source>
        <translation>
            <numerusform>%n 项更改尚未发布，应用还不会用到它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RulesEditor</name>
    <message>
        <source>None: every request goes to the targets.</source>
        <translation>无：所有请求都发往目标。</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Edit the condition</source>
        <translation>编辑条件</translation>
    </message>
    <message>
        <source>Move the condition up</source>
        <translation>上移条件</translation>
    </message>
    <message>
        <source>Move the condition down</source>
        <translation>下移条件</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>移除条件</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::RulesModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>The first that holds decides</source>
        <translation>首个成立的条件起作用</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretDialog</name>
    <message>
        <source>Copy key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>I have saved the key</source>
        <translation>我已保存密钥</translation>
    </message>
    <message>
        <source>Copy the key now: it cannot be shown again. The clipboard is cleared after a minute.</source>
        <translation>请立即复制密钥：它无法再次显示。剪贴板会在一分钟后清空。</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Connect an app to</source>
        <translation>将应用连接到</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy the key first?</source>
        <translation>先复制密钥？</translation>
    </message>
    <message>
        <source>It cannot be shown again.</source>
        <translation>密钥无法再次显示。</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>复制并关闭</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>不复制直接关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretField</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Shows the key while pressed</source>
        <translation>按住时显示密钥</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecretPlaceText</name>
    <message>
        <source>Sealed file</source>
        <translation>保险库文件</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>The key store</source>
        <translation>密钥存储</translation>
    </message>
    <message>
        <source>This passphrase is not right. Try again.</source>
        <translation>口令不正确，请重试。</translation>
    </message>
    <message>
        <source>%1 is still locked. Unlock it with the program of your desktop that keeps passwords, then try again.</source>
        <translation>%1 仍处于锁定状态。请用桌面的密码管理程序解锁，然后重试。</translation>
    </message>
    <message>
        <source>%1 has not answered yet. If it asks for a password, enter it, then try again.</source>
        <translation>%1 尚未应答。如果它要求输入密码，请输入后重试。</translation>
    </message>
    <message>
        <source>%1 could not be opened. %2</source>
        <translation>无法打开 %1。%2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SecuritySection</name>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Secret store</source>
        <translation>机密存储</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Stored secrets</source>
        <translation>已存储的机密</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Use the keychain</source>
        <translation>使用钥匙串</translation>
    </message>
    <message>
        <source>Use a sealed file…</source>
        <translation>使用保险库…</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>仅在本次会话中保留</translation>
    </message>
    <message>
        <source>New secrets go there; stored ones stay where they are.</source>
        <translation>新机密存放在此；已存储的保持原位。</translation>
    </message>
    <message>
        <source>Secret store, keychain, sealed file, vault, passphrase, unlock</source>
        <translation>机密存储、钥匙串、加密文件、保险库、口令、解锁</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>清空剪贴板前等待</translation>
    </message>
    <message>
        <source>A copied key is removed if it is still there. 0 turns this off.</source>
        <translation>如果复制的密钥仍在剪贴板中，则将其移除。0 表示关闭。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Administration over TCP</source>
        <translation>通过 TCP 管理</translation>
    </message>
    <message>
        <source>An address such as 127.0.0.1:4418; other computers need TLS. Applies when the gateway program starts again.</source>
        <translation>例如 127.0.0.1:4418 的地址；其他计算机需要 TLS。网关程序重新启动后生效。</translation>
    </message>
    <message>
        <source>None while TCP is off</source>
        <translation>TCP 关闭时没有</translation>
    </message>
    <message>
        <source>Administration token</source>
        <translation>管理令牌</translation>
    </message>
    <message>
        <source>Opens everything; give it to administrators only.</source>
        <translation>可访问一切；只应交给管理员。</translation>
    </message>
    <message>
        <source>Copy the administration token</source>
        <translation>复制管理令牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Only secrets that nothing uses can be removed.</source>
        <translation>只能移除未被使用的机密。</translation>
    </message>
    <message>
        <source>Stored secrets, keys, fingerprint, remove</source>
        <translation>已存储的机密、密钥、指纹、移除</translation>
    </message>
    <message>
        <source>Opens everything at %1; give it to administrators only.</source>
        <translation>可访问 %1 上的一切；只应交给管理员。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Used by %1</source>
        <translation>被 %1 使用</translation>
    </message>
    <message>
        <source>Requests that need stored keys fail until it is unlocked.</source>
        <translation>解锁之前，需要已存密钥的请求会失败。</translation>
    </message>
    <message>
        <source>People &amp;&amp; roles</source>
        <translation>人员与角色</translation>
    </message>
    <message>
        <source>Tokens of people</source>
        <translation>人员的令牌</translation>
    </message>
    <message>
        <source>Each opens what its person may do, and ends on a day. They are issued and revoked under People &amp; roles.</source>
        <translation>每个令牌只开放其人员可以做的事，并在某一天到期。令牌在“人员与角色”中签发和撤销。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln 个令牌</numerusform>
        </translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>提供商 %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>Alert channel %1</source>
        <translation>警报渠道 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ServiceAccountButton</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the file of the service account</source>
        <translation>选择服务账号的文件</translation>
    </message>
    <message>
        <source>The JSON file that Google Cloud made for the service account</source>
        <translation>Google Cloud 为服务账号生成的 JSON 文件</translation>
    </message>
    <message>
        <source>Service accounts (*.json)</source>
        <translation>服务账号 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose the JSON file of a service account.</source>
        <translation>无法读取此文件。请选择服务账号的 JSON 文件。</translation>
    </message>
    <message>
        <source>This file holds no key of a service account. In Google Cloud, make a key of type JSON and choose that file.</source>
        <translation>此文件不含服务账号的密钥。请在 Google Cloud 中创建 JSON 类型的密钥并选择该文件。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>没有这个名称的设置。</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The gateway has not answered since %1. You see its last settings.</source>
        <translation>网关自 %1 起没有响应。所示为其最后的设置。</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>无法读取设置</translation>
    </message>
    <message>
        <source>New settings apply after restarting the gateway.</source>
        <translation>新设置在网关重启后生效。</translation>
    </message>
    <message numerus="yes">
        <source>%n requests are running; they end first.</source>
        <translation>
            <numerusform>%n 个请求正在运行；会先处理完。</numerusform>
        </translation>
    </message>
    <message>
        <source>No requests are running.</source>
        <translation>没有正在运行的请求。</translation>
    </message>
    <message>
        <source>Unsaved changes to the gateway</source>
        <translation>网关有未保存的更改</translation>
    </message>
    <message>
        <source>Let other computers in?</source>
        <translation>允许其他计算机访问？</translation>
    </message>
    <message>
        <source>Every computer that can reach %1 can then send requests. A key stays required.</source>
        <translation>之后所有能连接 %1 的计算机都可以发送请求。仍然需要密钥。</translation>
    </message>
    <message>
        <source>Every computer that can reach %1 can then send requests. A key stays required, but without TLS keys and prompts can be read on the network.</source>
        <translation>之后所有能连接 %1 的计算机都可以发送请求。仍然需要密钥，但没有 TLS 时，密钥和提示词可在网络上被读取。</translation>
    </message>
    <message>
        <source>Let them in</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the changed settings?</source>
        <translation>保存更改的设置？</translation>
    </message>
    <message>
        <source>They are not in force until they are saved.</source>
        <translation>保存后才会生效。</translation>
    </message>
    <message>
        <source>Not everything here could be read. %1</source>
        <translation>此处有内容无法读取。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SettingsSection</name>
    <message>
        <source>Reset “%1” to its default</source>
        <translation>将“%1”重置为默认值</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ShortcutDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Keys for “%1”</source>
        <translation>“%1”的按键</translation>
    </message>
    <message>
        <source>Press the keys. Cleared, the command has none.</source>
        <translation>请按下按键。清空则该命令没有按键。</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>默认按键</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“%1” has these keys. Give it others first, or press others here.</source>
        <translation>“%1”已使用这些按键。请先更改它，或在此按下其他按键。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Pause or resume the live view</source>
        <translation>暂停或继续实时视图</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>打开该行</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the panel, then clear the filter</source>
        <translation>关闭面板，然后清除筛选</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Export what the page shows</source>
        <translation>导出此页显示的内容</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Main action of a form</source>
        <translation>表单的主要操作</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>J / K</source>
        <translation>J / K</translation>
    </message>
    <message>
        <source>Next or previous request while its story is open</source>
        <translation>详情打开时转到下一个或上一个请求</translation>
    </message>
    <message>
        <source>Left / Right</source>
        <translation>左 / 右</translation>
    </message>
    <message>
        <source>Move through the points of a chart</source>
        <translation>在图表的各点之间移动</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Show the menu bar</source>
        <translation>显示菜单栏</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Sidebar</name>
    <message>
        <source>Set up</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SigningSecretDialog</name>
    <message>
        <source>Signing secret of %1</source>
        <translation>%1 的签名密钥</translation>
    </message>
    <message>
        <source>Give it to the receiver. It is not shown again. A message is genuine when x-gatehouse-signature is v1= and the HMAC-SHA256 of the x-gatehouse-timestamp, a dot and the body.</source>
        <translation>请交给接收方，之后不再显示。当 x-gatehouse-signature 等于 v1= 加上对 x-gatehouse-timestamp、一个点和正文计算的 HMAC-SHA256 时，消息才是真实的。</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>签名密钥</translation>
    </message>
    <message>
        <source>Copy the signing secret</source>
        <translation>复制签名密钥</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SnippetView</name>
    <message>
        <source>Copy this text with the key</source>
        <translation>复制此文本（含密钥）</translation>
    </message>
    <message>
        <source>Kind of app</source>
        <translation>应用类型</translation>
    </message>
    <message>
        <source>Text for the app</source>
        <translation>用于应用的文本</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendCard</name>
    <message>
        <source>Spend by model</source>
        <translation>支出（按模型）</translation>
    </message>
    <message>
        <source>Spend by team</source>
        <translation>支出（按团队）</translation>
    </message>
    <message>
        <source>Spend by key</source>
        <translation>支出（按密钥）</translation>
    </message>
    <message>
        <source>Spend by provider</source>
        <translation>支出（按提供商）</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>按团队</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>按密钥</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>按提供商</translation>
    </message>
    <message>
        <source>Export this chart as CSV</source>
        <translation>将此图表导出为 CSV</translation>
    </message>
    <message numerus="yes">
        <source>last %n days, daily</source>
        <translation>
            <numerusform>最近 %n 天，按天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n hours, hourly</source>
        <translation>
            <numerusform>最近 %n 小时，按小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, hourly</source>
        <translation>%1，按小时</translation>
    </message>
    <message>
        <source>%1, weekly</source>
        <translation>%1，按周</translation>
    </message>
    <message>
        <source>%1, daily</source>
        <translation>%1，按天</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendPage</name>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Views of the spending</source>
        <translation>支出视图</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>承诺用量</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Invoice check</source>
        <translation>发票核对</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpendingFields</name>
    <message>
        <source>No budget</source>
        <translation>无预算</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Any 24 hours</source>
        <translation>任意 24 小时</translation>
    </message>
    <message>
        <source>Any 7 days</source>
        <translation>任意 7 天</translation>
    </message>
    <message>
        <source>Any 30 days</source>
        <translation>任意 30 天</translation>
    </message>
    <message>
        <source>Refuse requests</source>
        <translation>拒绝请求</translation>
    </message>
    <message>
        <source>Only warn</source>
        <translation>仅警告</translation>
    </message>
    <message>
        <source>Use route %1</source>
        <translation>改用路由 %1</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>For</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>When it is used up</source>
        <translation>用尽时</translation>
    </message>
    <message>
        <source>The team allows %1; this key would never reach %2.</source>
        <translation>团队只允许 %1；此密钥永远达不到 %2。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SpreadCard</name>
    <message>
        <source>All answers over time</source>
        <translation>全部回答随时间</translation>
    </message>
    <message>
        <source>Heat map of all answers</source>
        <translation>全部回答的热图</translation>
    </message>
    <message>
        <source>Median per group</source>
        <translation>各组中位数</translation>
    </message>
    <message>
        <source>Heat map or lines</source>
        <translation>热图或折线</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Lines per group</source>
        <translation>各组折线</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StackedBarChart</name>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>In four of five cases</source>
        <translation>五分之四的情况下</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StatePanel</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StatusModel</name>
    <message>
        <source>The gateway cannot listen</source>
        <translation>网关无法监听</translation>
    </message>
    <message>
        <source>The configuration file is refused; the last good revision serves</source>
        <translation>配置文件被拒绝；仍使用上一个有效版本</translation>
    </message>
    <message>
        <source>A database was damaged</source>
        <translation>有数据库已损坏</translation>
    </message>
    <message>
        <source>The stored keys are locked</source>
        <translation>已存储的密钥处于锁定状态</translation>
    </message>
    <message>
        <source>Requests are not written to the books at present</source>
        <translation>目前未将请求写入账簿</translation>
    </message>
    <message>
        <source>The journal is full: requests are not booked</source>
        <translation>日志已满：请求未入账</translation>
    </message>
    <message>
        <source>A declared key is not in force</source>
        <translation>有一个声明的密钥未生效</translation>
    </message>
    <message>
        <source>Requests that need them fail until they are unlocked.</source>
        <translation>解锁之前，需要这些密钥的请求会失败。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Route %1 has no target that can be used</source>
        <translation>路由 %1 没有可用的目标</translation>
    </message>
    <message>
        <source>Its requests fail until a target is back.</source>
        <translation>在目标恢复之前，其请求会失败。</translation>
    </message>
    <message>
        <source>Its attempts fail; routes use their other targets.</source>
        <translation>其尝试失败；路由使用其他目标。</translation>
    </message>
    <message>
        <source>Show reliability</source>
        <translation>显示可靠性</translation>
    </message>
    <message>
        <source>The audit log was changed</source>
        <translation>审计日志已被更改</translation>
    </message>
    <message>
        <source>The books do not agree</source>
        <translation>账目不一致</translation>
    </message>
    <message>
        <source>The backup was not restored; the books from before are in use</source>
        <translation>备份未恢复；正在使用之前的账目</translation>
    </message>
    <message>
        <source>Some requests are missing in these numbers. %1</source>
        <translation>这些数字中缺少部分请求。%1</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program. Use another port, or stop it.</source>
        <translation>端口 %1 正被另一个程序使用。请使用另一个端口，或停止该程序。</translation>
    </message>
    <message>
        <source>Port %1 is in use by process %2 (%3). Use another port, or stop it.</source>
        <translation>端口 %1 正被进程 %2（%3）使用。请使用另一个端口，或停止该进程。</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>使用另一个端口</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <comment>a provider</comment>
        <translation>%1 不可用</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepList</name>
    <message>
        <source>Passed: %1. %2</source>
        <translation>通过：%1。%2</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>失败：%1。%2</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StepRail</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>配置</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Compact now</source>
        <translation>立即压缩</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Files of the data folder</source>
        <translation>数据文件夹中的文件</translation>
    </message>
    <message>
        <source>Drops what is older than kept and gives the space back.</source>
        <translation>删除超出保留期的数据并释放空间。</translation>
    </message>
    <message>
        <source>Database place and size, oldest request, compact now</source>
        <translation>数据库位置和大小、最早的请求、立即压缩</translation>
    </message>
    <message>
        <source>Request records</source>
        <translation>请求记录</translation>
    </message>
    <message>
        <source>Who asked what model when, tokens, cost and decisions. No prompts.</source>
        <translation>谁在何时请求了哪个模型，以及 token、费用和决策。不含提示词。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Size of the request log</source>
        <translation>请求日志大小</translation>
    </message>
    <message>
        <source>Above it the oldest records go first. 0 sets no bound.</source>
        <translation>超出后先删除最早的记录。0 表示不设上限。</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
    <message>
        <source>No bound</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>Daily sums</source>
        <translation>每日合计</translation>
    </message>
    <message>
        <source>Spend, requests and tokens per day; they outlive the records.</source>
        <translation>每天的支出、请求和 token；比记录保留得更久。</translation>
    </message>
    <message>
        <source>%1 in all, %2 free on this disk. %3 requests, the oldest of %4.</source>
        <translation>共 %1，此磁盘剩余 %2。%3 个请求，最早的为 %4。</translation>
    </message>
    <message>
        <source>%1 in all, %2 free on this disk. No requests yet.</source>
        <translation>共 %1，此磁盘剩余 %2。尚无请求。</translation>
    </message>
    <message>
        <source>Compacting…</source>
        <translation>正在压缩…</translation>
    </message>
    <message>
        <source>Stored responses</source>
        <translation>已存储的响应</translation>
    </message>
    <message>
        <source>OpenAI responses with their input, which apps continue by id. They hold prompts; 0 keeps none.</source>
        <translation>OpenAI 响应及其输入，应用可按 ID 继续。其中含有提示词；0 表示不保留。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Size of the stored responses</source>
        <translation>已存储响应的大小</translation>
    </message>
    <message>
        <source>Above it the oldest responses go first. 0 sets no bound.</source>
        <translation>超出时先删除最早的响应。0 表示不设上限。</translation>
    </message>
    <message>
        <source>Folder of the request log</source>
        <translation>请求日志的文件夹</translation>
    </message>
    <message>
        <source>It is most of the data and can lie on another disk. Requests go on while it moves.</source>
        <translation>它占数据的大部分，可以放在另一块磁盘上。移动期间请求照常进行。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move the request log to</source>
        <translation>将请求日志移动到</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>正在移动…</translation>
    </message>
    <message>
        <source>Recorded bodies</source>
        <translation>记录的正文</translation>
    </message>
    <message>
        <source>Requests and answers word by word, where recording was asked for. Off deletes them and records none.</source>
        <translation>在要求记录的地方逐字保存的请求和回答。选择“关闭”会删除它们且不再记录。</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Size of the recorded bodies</source>
        <translation>记录的正文大小</translation>
    </message>
    <message>
        <source>Above it the oldest go first.</source>
        <translation>超过后先删除最旧的。</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::SuccessCard</name>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TableFilter</name>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TableView</name>
    <message>
        <source>Move column left</source>
        <translation>左移列</translation>
    </message>
    <message>
        <source>Move column right</source>
        <translation>右移列</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy row as JSON</source>
        <translation>将行复制为 JSON</translation>
    </message>
    <message>
        <source>Sort by “%1”, largest first</source>
        <translation>按“%1”排序，从大到小</translation>
    </message>
    <message>
        <source>Sort by “%1”</source>
        <translation>按“%1”排序</translation>
    </message>
    <message>
        <source>Export the shown columns as CSV…</source>
        <translation>将显示的列导出为 CSV…</translation>
    </message>
    <message>
        <source>Export all columns as CSV…</source>
        <translation>将所有列导出为 CSV…</translation>
    </message>
    <message>
        <source>Export this table as CSV</source>
        <translation>将此表导出为 CSV</translation>
    </message>
    <message>
        <source>The table was not exported.</source>
        <translation>表格未导出。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter rows…</source>
        <translation>筛选行…</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TargetsEditor</name>
    <message>
        <source>Add a target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Move the target up</source>
        <translation>上移目标</translation>
    </message>
    <message>
        <source>Move the target down</source>
        <translation>下移目标</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>移除目标</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TargetsModel</name>
    <message>
        <source>Weights add up to %1. They are shares, so %2 instead of %3 gives the same result.</source>
        <translation>权重之和为 %1。它们是占比，因此用 %2 代替 %3 结果相同。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamDialog</name>
    <message>
        <source>New team</source>
        <translation>新团队</translation>
    </message>
    <message>
        <source>Create team</source>
        <translation>创建团队</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>任意区域</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>A short word: small letters, digits, -</source>
        <translation>一个短词：小写字母、数字、-</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>名称（可选）</translation>
    </message>
    <message>
        <source>As people call the team.</source>
        <translation>大家对该团队的称呼。</translation>
    </message>
    <message>
        <source>Models and routes its keys may call</source>
        <translation>其密钥可调用的模型和路由</translation>
    </message>
    <message>
        <source>Residency (optional)</source>
        <translation>数据驻留（可选）</translation>
    </message>
    <message>
        <source>Regions its requests never leave, for example eu, on-prem. Providers in other regions are passed over.</source>
        <translation>其请求绝不离开的区域，例如 eu, on-prem。其他区域的提供商会被跳过。</translation>
    </message>
    <message>
        <source>Edit team “%1”</source>
        <translation>编辑团队“%1”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keys name the team by it</source>
        <translation>密钥用它指代团队</translation>
    </message>
    <message>
        <source>A team with this id exists. Choose another id.</source>
        <translation>已有使用此 ID 的团队。请选择其他 ID。</translation>
    </message>
    <message>
        <source>Tick at least one model or route, or choose All.</source>
        <translation>请至少勾选一个模型或路由，或选择“全部”。</translation>
    </message>
    <message>
        <source>Created team “%1”</source>
        <translation>已创建团队“%1”</translation>
    </message>
    <message>
        <source>Changed team “%1”</source>
        <translation>已更改团队“%1”</translation>
    </message>
    <message>
        <source>The team could not be saved. %1</source>
        <translation>无法保存团队。%1</translation>
    </message>
    <message>
        <source>Parts of the team</source>
        <translation>团队的各部分</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Budget and limits</source>
        <translation>预算与限额</translation>
    </message>
    <message>
        <source>Any provider</source>
        <translation>任意提供商</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>可用的提供商</translation>
    </message>
    <message>
        <source>For example gpu/*, openai/gpt-4o.</source>
        <translation>例如 gpu/*、openai/gpt-4o。</translation>
    </message>
    <message>
        <source>Write provider/* or provider/model, with commas between them.</source>
        <translation>请写 提供商/* 或 提供商/模型，用逗号分隔。</translation>
    </message>
    <message>
        <source>New keys of the team start with</source>
        <translation>团队的新密钥默认</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamMoveDialog</name>
    <message>
        <source>Move one key</source>
        <translation>移动一个密钥</translation>
    </message>
    <message numerus="yes">
        <source>Move %n keys</source>
        <translation>
            <numerusform>移动 %n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无团队</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>到团队</translation>
    </message>
    <message>
        <source>From now on its rules, budget and limits hold. What was spent stays booked where it was.</source>
        <translation>从现在起适用该团队的规则、预算和限额。已花费的仍记在原处。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamSpendCard</name>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Spend of %1</source>
        <translation>%1 的支出</translation>
    </message>
    <message>
        <source>%1 of %2 of its budget are spent.</source>
        <translation>预算 %2 中已支出 %1。</translation>
    </message>
    <message>
        <source>Spend of %1 per day</source>
        <translation>%1 的每日支出</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamsModel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>任意区域</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Residency</source>
        <translation>数据驻留</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>spent, budget</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>无预算</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TeamsPane</name>
    <message>
        <source>No teams yet.</source>
        <translation>尚无团队。</translation>
    </message>
    <message>
        <source>A team gives its keys common rules: which models they may call and which regions their requests never leave.</source>
        <translation>团队为其密钥设定共同规则：可以调用哪些模型，以及请求绝不离开哪些区域。</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>新团队</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>The teams could not be read.</source>
        <translation>无法读取团队。</translation>
    </message>
    <message>
        <source>The gateway answered with an error: %1.</source>
        <translation>网关返回错误：%1。</translation>
    </message>
    <message>
        <source>The gateway does not answer. You see the last teams read.</source>
        <translation>网关没有响应。所示为最后读取的团队。</translation>
    </message>
    <message>
        <source>1 team</source>
        <translation>1 个团队</translation>
    </message>
    <message>
        <source>%1 teams</source>
        <translation>%1 个团队</translation>
    </message>
    <message>
        <source>“%1” still has keys.</source>
        <translation>“%1”仍有密钥。</translation>
    </message>
    <message>
        <source>Move or delete %1 first.</source>
        <translation>请先移动或删除 %1。</translation>
    </message>
    <message>
        <source>Deleted team “%1”</source>
        <translation>已删除团队“%1”</translation>
    </message>
    <message>
        <source>The team was not deleted.</source>
        <translation>未删除团队。</translation>
    </message>
    <message>
        <source>The books did not answer: what the teams spent is not shown.</source>
        <translation>账目没有响应：不显示各团队的支出。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TestStep</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>The gateway sends a few small requests to see what works.</source>
        <translation>网关会发送几个小请求，查看哪些功能可用。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>The gateway did not answer. Check that it runs, then retry.</source>
        <translation>网关没有响应。请检查它是否在运行，然后重试。</translation>
    </message>
    <message>
        <source>The test could not run. %1</source>
        <translation>无法运行测试。%1</translation>
    </message>
    <message>
        <source>This test used %1 tokens, %2.</source>
        <translation>此次测试使用了 %1 token，%2。</translation>
    </message>
    <message>
        <source>This test used %1 tokens.</source>
        <translation>此次测试使用了 %1 token。</translation>
    </message>
    <message>
        <source>%1 did not answer as expected.</source>
        <translation>%1 未按预期回答。</translation>
    </message>
    <message>
        <source>%1 did not accept the key, so nothing was saved.</source>
        <translation>%1 未接受密钥，因此未保存任何内容。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The key could not be stored, so nothing was saved. %1</source>
        <translation>无法存储密钥，因此未保存任何内容。%1</translation>
    </message>
    <message>
        <source>The provider could not be saved. %1</source>
        <translation>无法保存提供商。%1</translation>
    </message>
    <message>
        <source>%1 is saved and ready.</source>
        <translation>%1 已保存并就绪。</translation>
    </message>
    <message>
        <source>Models to offer</source>
        <translation>要提供的模型</translation>
    </message>
    <message>
        <source>All of them, and those that come later, while none is unchecked.</source>
        <translation>只要没有取消勾选，就提供全部模型，包括以后新增的。</translation>
    </message>
    <message>
        <source>The choice of models could not be saved. %1</source>
        <translation>无法保存模型选择。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TextDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TlsPanel</name>
    <message>
        <source>Create for the office network</source>
        <translation>为办公网络创建</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Certificate and key files</source>
        <translation>证书和密钥文件</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>浏览：%1</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>Copy the file's place</source>
        <translation>复制文件位置</translation>
    </message>
    <message>
        <source>Other computers trust this gateway after you install this file on them as a certificate authority (Debian and Ubuntu: copy it to /usr/local/share/ca-certificates with the ending .crt and run update-ca-certificates). Compare the fingerprint there.</source>
        <translation>在其他计算机上将此文件安装为证书颁发机构后，它们会信任此网关（Debian 和 Ubuntu：将其复制到 /usr/local/share/ca-certificates，扩展名为 .crt，然后运行 update-ca-certificates）。请在那里核对指纹。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key)</source>
        <translation>证书和密钥 (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>These files cannot be used: %1</source>
        <translation>无法使用这些文件：%1</translation>
    </message>
    <message>
        <source>Certificate of %1, issued by %2, valid until %3. The key belongs to it.</source>
        <translation>%1 的证书，由 %2 颁发，有效期至 %3。密钥与其匹配。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TokenDialog</name>
    <message>
        <source>Invite “%1”</source>
        <translation>邀请“%1”</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>生成令牌</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>复制令牌</translation>
    </message>
    <message>
        <source>Copy an invitation with address and token</source>
        <translation>复制含地址和令牌的邀请</translation>
    </message>
    <message>
        <source>I have saved the token</source>
        <translation>我已保存令牌</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>7 天后</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天后</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>90 天后</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>一年后</translation>
    </message>
    <message>
        <source>Used on</source>
        <translation>使用位置</translation>
    </message>
    <message>
        <source>For example laptop. Each place gets its own token, to be revoked by itself.</source>
        <translation>例如笔记本电脑。每个位置使用各自的令牌，可单独吊销。</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>新令牌</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Copy the token now: it cannot be shown again. The clipboard is cleared after a minute.</source>
        <translation>请立即复制令牌：它不会再次显示。剪贴板将在一分钟后清空。</translation>
    </message>
    <message>
        <source>Say where the token is used.</source>
        <translation>请说明令牌的使用位置。</translation>
    </message>
    <message>
        <source>The token was not made. %1</source>
        <translation>令牌未生成。%1</translation>
    </message>
    <message>
        <source>(the administrator tells the address)</source>
        <translation>（地址由管理员告知）</translation>
    </message>
    <message>
        <source>You may administer our AI gateway.
Address: %1
Token: %2
In Gatehouse choose Settings, Gateways, Connect, and enter both.</source>
        <translation>您可以管理我们的 AI 网关。
地址：%1
令牌：%2
在 Gatehouse 中选择“设置”、“网关”、“连接”，并输入两者。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Copy the token first, or tick that you have saved it: it cannot be shown again.</source>
        <translation>请先复制令牌，或勾选已保存：它不会再次显示。</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>可以执行</translation>
    </message>
    <message>
        <source>Never more than the person may, also when that becomes less.</source>
        <translation>绝不会超出该人员的权限，即使其权限之后变少。</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>All that the role %1 may</source>
        <translation>角色“%1”的全部权限</translation>
    </message>
    <message>
        <source>Only what the role %1 may</source>
        <translation>仅限角色“%1”的权限</translation>
    </message>
    <message>
        <source>Only chosen areas</source>
        <translation>仅限所选范围</translation>
    </message>
    <message>
        <source>Tick at least one area.</source>
        <translation>请至少勾选一个范围。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TopBar</name>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>The gateway does not answer now.</source>
        <translation>网关目前没有响应。</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>Choose a range of time</source>
        <translation>选择时间范围</translation>
    </message>
    <message>
        <source>%1, choose another range of time</source>
        <translation>%1，选择其他时间范围</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Amounts are shown in %1: %2. Prices, limits and budgets count in US dollars.</source>
        <translation>金额以 %1 显示：%2。价格、限额和预算以美元计。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TraceWords</name>
    <message>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Earlier response</source>
        <translation>先前的响应</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>所需能力</translation>
    </message>
    <message>
        <source>Retired route</source>
        <translation>已退役的路由</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Fields set by the route</source>
        <translation>由路由设置的字段</translation>
    </message>
    <message>
        <source>Prompt limit</source>
        <translation>提示词上限</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Token count</source>
        <translation>Token 计数</translation>
    </message>
    <message>
        <source>Model loading</source>
        <translation>加载模型</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>格式转换</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Second attempts</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Second provider</source>
        <translation>第二提供商</translation>
    </message>
    <message>
        <source>Slow stream</source>
        <translation>流速过慢</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>first in the declared order</source>
        <translation>声明顺序中的第一个</translation>
    </message>
    <message>
        <source>fallback route "%1"</source>
        <translation>备用路由“%1”</translation>
    </message>
    <message>
        <source>declared later</source>
        <translation>声明顺序靠后</translation>
    </message>
    <message>
        <source>fewest in flight for its weight (%1 at weight %2)</source>
        <translation>按权重进行中的请求最少（%1，权重 %2）</translation>
    </message>
    <message>
        <source>behind by load or by weighted chance (%1 in flight at weight %2)</source>
        <translation>因负载或加权随机而靠后（进行中 %1，权重 %2）</translation>
    </message>
    <message>
        <source>least load for its capacity (%1 at weight %2)</source>
        <translation>按容量负载最低（%1，权重 %2）</translation>
    </message>
    <message>
        <source>behind by load or by weighted chance (load %1 at weight %2)</source>
        <translation>因负载或加权随机而靠后（负载 %1，权重 %2）</translation>
    </message>
    <message>
        <source>the faster of two drawn (first token after %1 ms)</source>
        <translation>抽取的两个中较快的（首个 token %1 毫秒）</translation>
    </message>
    <message>
        <source>the faster of two drawn (no time known yet)</source>
        <translation>抽取的两个中较快的（尚无耗时数据）</translation>
    </message>
    <message>
        <source>slower or not drawn (first token after %1 ms)</source>
        <translation>较慢或未被抽中（首个 token %1 毫秒）</translation>
    </message>
    <message>
        <source>slower or not drawn (no time known yet)</source>
        <translation>较慢或未被抽中（尚无耗时数据）</translation>
    </message>
    <message>
        <source>drawn to learn how fast it is (first token after %1 ms)</source>
        <translation>为了解其速度而抽取（首个 token %1 毫秒）</translation>
    </message>
    <message>
        <source>drawn to learn how fast it is (no time known yet)</source>
        <translation>为了解其速度而抽取（尚无耗时数据）</translation>
    </message>
    <message>
        <source>lowest expected price for this request (%1)</source>
        <translation>此请求的预期价格最低（%1）</translation>
    </message>
    <message>
        <source>higher expected price for this request (%1)</source>
        <translation>此请求的预期价格较高（%1）</translation>
    </message>
    <message>
        <source>no price is known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>what the request belongs to is kept here</source>
        <translation>请求所属的内容保存在此</translation>
    </message>
    <message>
        <source>what the request belongs to is kept elsewhere</source>
        <translation>请求所属的内容保存在别处</translation>
    </message>
    <message>
        <source>on trial for %1 % of the requests</source>
        <translation>试用中，占请求的 %1%</translation>
    </message>
    <message>
        <source>has more than its part of the load (%1)</source>
        <translation>承担的负载超过其份额（%1）</translation>
    </message>
    <message>
        <source>just back, takes only a part of its share</source>
        <translation>刚恢复，只承担部分份额</translation>
    </message>
    <message>
        <source>one trial after a rest</source>
        <translation>休息后的一次尝试</translation>
    </message>
    <message>
        <source>at its limit of %1 in flight</source>
        <translation>已达到 %1 个并发请求的上限</translation>
    </message>
    <message>
        <source>resting for %1 s after failures</source>
        <translation>失败后休息，还剩 %1 秒</translation>
    </message>
    <message>
        <source>does not do what the request asks for</source>
        <translation>不支持请求所要求的功能</translation>
    </message>
    <message>
        <source>the model takes no tools</source>
        <translation>模型不支持工具</translation>
    </message>
    <message>
        <source>the model takes no images</source>
        <translation>模型不支持图像</translation>
    </message>
    <message>
        <source>the model gives no structured output</source>
        <translation>模型不支持结构化输出</translation>
    </message>
    <message>
        <source>the model takes no audio</source>
        <translation>模型不支持音频</translation>
    </message>
    <message>
        <source>the request is larger than the %1 tokens it takes</source>
        <translation>请求超过其可接受的 %1 个 token</translation>
    </message>
    <message>
        <source>outside the allowed regions</source>
        <translation>不在允许的区域内</translation>
    </message>
    <message>
        <source>the key or its team may not use it</source>
        <translation>该密钥或其团队不可使用它</translation>
    </message>
    <message>
        <source>left out by a rule</source>
        <translation>被规则排除</translation>
    </message>
    <message>
        <source>weight 0, takes nothing new</source>
        <translation>权重为 0，不接受新请求</translation>
    </message>
    <message>
        <source>the provider is paused</source>
        <translation>提供商已暂停</translation>
    </message>
    <message>
        <source>no usable credential</source>
        <translation>没有可用的凭据</translation>
    </message>
    <message>
        <source>any key</source>
        <translation>任意密钥</translation>
    </message>
    <message>
        <source>spending is paused</source>
        <translation>支出已暂停</translation>
    </message>
    <message>
        <source>%1 is used up: to %2</source>
        <translation>%1 已用尽：转到 %2</translation>
    </message>
    <message>
        <source>%1 may not call %2</source>
        <translation>%1 无权调用 %2</translation>
    </message>
    <message>
        <source>kept by %1</source>
        <translation>由 %1 保存</translation>
    </message>
    <message>
        <source>%1: denied</source>
        <translation>%1：已拒绝</translation>
    </message>
    <message>
        <source>%1: only some targets</source>
        <translation>%1：仅部分目标</translation>
    </message>
    <message>
        <source>%1: to %2</source>
        <translation>%1：转到 %2</translation>
    </message>
    <message>
        <source>counted: %1</source>
        <translation>计数：%1</translation>
    </message>
    <message>
        <source>estimated: %1</source>
        <translation>估算：%1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 / %2 个 token</translation>
    </message>
    <message>
        <source>waited %1 ms for %2</source>
        <translation>等待 %2 %1 毫秒</translation>
    </message>
    <message>
        <source>%1 is late, %2 is asked too</source>
        <translation>%1 响应迟缓，同时询问 %2</translation>
    </message>
    <message>
        <source>the route's extra cost is used up</source>
        <translation>路由的额外费用已用尽</translation>
    </message>
    <message>
        <source>the retry budget of provider '%1' is used up</source>
        <translation>提供商“%1”的重试预算已用尽</translation>
    </message>
    <message>
        <source>by the gateway: no target counts tokens</source>
        <translation>由网关计数：没有目标支持计数</translation>
    </message>
    <message>
        <source>answered here: the provider's models are always ready</source>
        <translation>在此应答：提供商的模型始终就绪</translation>
    </message>
    <message>
        <source>refused; tried again with a new one</source>
        <translation>被拒绝；已用新令牌重试</translation>
    </message>
    <message>
        <source>waits until the engine is awake</source>
        <translation>等待引擎唤醒</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TrafficCard</name>
    <message>
        <source>Side</source>
        <translation>对比方</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>First token p95</source>
        <translation>首个 token p95</translation>
    </message>
    <message>
        <source>Total p95</source>
        <translation>总用时 p95</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>每请求</translation>
    </message>
    <message>
        <source>Share over time</source>
        <translation>份额随时间变化</translation>
    </message>
    <message>
        <source>Range of the shares</source>
        <translation>份额的时间范围</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Canary beside the others</source>
        <translation>金丝雀与其他目标对比</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The gateway did not answer. It is asked again every minute.</source>
        <translation>网关没有响应。每分钟会再次查询。</translation>
    </message>
    <message>
        <source>No target has served a request of this route in this range.</source>
        <translation>此时间范围内没有目标处理过此路由的请求。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>model, provider</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他全部</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Tray</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>not working</source>
        <translation>无法工作</translation>
    </message>
    <message>
        <source>every provider is paused</source>
        <translation>所有提供商均已暂停</translation>
    </message>
    <message>
        <source>Open Gatehouse</source>
        <translation>打开 Gatehouse</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Pause provider</source>
        <translation>暂停提供商</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1, %2 req/s, %3 today</source>
        <translation>%1，%2 次/秒，今日 %3</translation>
    </message>
    <message>
        <source>%1, %2 req/s</source>
        <translation>%1，%2 次/秒</translation>
    </message>
    <message>
        <source>Gatehouse: %1</source>
        <translation>Gatehouse：%1</translation>
    </message>
    <message>
        <source>Spend today %1</source>
        <translation>今日支出 %1</translation>
    </message>
    <message>
        <source>Spend today</source>
        <translation>今日支出</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>running, bodies are recorded</source>
        <translation>正在运行，正在录制正文</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Alerts (%1)</source>
        <translation>警报 (%1)</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警报</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::TrialsSection</name>
    <message>
        <source>Canary beside the others</source>
        <translation>金丝雀与其他目标对比</translation>
    </message>
    <message>
        <source>Shadow beside the others</source>
        <translation>影子目标与其他目标对比</translation>
    </message>
    <message>
        <source>Keys that use this name</source>
        <translation>使用此名称的密钥</translation>
    </message>
    <message>
        <source>No key has asked for it in the last 30 days.</source>
        <translation>最近 30 天没有密钥请求过它。</translation>
    </message>
    <message numerus="yes">
        <source>%n keys have asked for it in the last 30 days.</source>
        <translation>
            <numerusform>最近 30 天有 %n 个密钥请求过它。</numerusform>
        </translation>
    </message>
    <message>
        <source>Canary: %1</source>
        <translation>金丝雀：%1</translation>
    </message>
    <message>
        <source>Shadow: %1</source>
        <translation>影子目标：%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Undo</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>This cannot be undone any more. %1</source>
        <translation>无法再撤销。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::UnlockBanner</name>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>The key store is locked.</source>
        <translation>密钥存储已锁定。</translation>
    </message>
    <message>
        <source>Unlock the key store to use 1 key.</source>
        <translation>解锁密钥存储以使用 1 个密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Unlock the key store to use %n keys.</source>
        <translation>
            <numerusform>解锁密钥存储以使用 %n 个密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests that need them fail until then.</source>
        <translation>在此之前，需要它们的请求会失败。</translation>
    </message>
    <message>
        <source>They are kept in %1. Requests that need them fail until then.</source>
        <translation>它们保存在 %1 中。在此之前，需要它们的请求会失败。</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::UnsavedQuestion</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::VersionsTab</name>
    <message>
        <source>Show older versions</source>
        <translation>显示更早的版本</translation>
    </message>
    <message>
        <source>Versions of the configuration, newest first</source>
        <translation>配置版本，最新在前</translation>
    </message>
    <message>
        <source>%1, in force</source>
        <translation>%1，生效中</translation>
    </message>
    <message>
        <source>The versions could not be read.</source>
        <translation>无法读取版本。</translation>
    </message>
    <message>
        <source>Difference to the version in force</source>
        <translation>与生效中的版本的差异</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>恢复此版本</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>This version is in force.</source>
        <translation>此版本生效中。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>It is equal to the version in force.</source>
        <translation>它与生效中的版本相同。</translation>
    </message>
    <message>
        <source>What has changed since:</source>
        <translation>此后的更改：</translation>
    </message>
    <message>
        <source>Restored version %1</source>
        <translation>已恢复版本 %1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::VirtualKeyStep</name>
    <message>
        <source>Create a key for your apps</source>
        <translation>为应用创建密钥</translation>
    </message>
    <message>
        <source>Apps use this key instead of the provider's. You see what each key spends, and can take it back alone.</source>
        <translation>应用使用此密钥，而不是提供商的密钥。可以看到每个密钥的支出，并可单独收回。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Allowed models</source>
        <translation>允许的模型</translation>
    </message>
    <message>
        <source>Shown with every request the key makes.</source>
        <translation>会显示在此密钥的每个请求中。</translation>
    </message>
    <message>
        <source>All models and routes</source>
        <translation>所有模型和路由</translation>
    </message>
    <message>
        <source>Only models of %1</source>
        <translation>仅 %1 的模型</translation>
    </message>
    <message>
        <source>Enter a name, for example the app that uses the key.</source>
        <translation>请输入名称，例如使用此密钥的应用。</translation>
    </message>
    <message>
        <source>A key with this name exists. Choose another name.</source>
        <translation>已有同名密钥。请选择其他名称。</translation>
    </message>
    <message>
        <source>The key could not be created. %1</source>
        <translation>无法创建密钥。%1</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WhatIfPane</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Requests before</source>
        <translation>之前的请求</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Cost before</source>
        <translation>之前的费用</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>典型用时</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>会发生什么</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>it cannot use tools</source>
        <translation>它不能使用工具</translation>
    </message>
    <message>
        <source>it cannot see images</source>
        <translation>它看不到图像</translation>
    </message>
    <message>
        <source>it cannot answer in a given format</source>
        <translation>它不能按指定格式回答</translation>
    </message>
    <message>
        <source>it cannot hear audio</source>
        <translation>它听不到音频</translation>
    </message>
    <message>
        <source>the request is longer than its context</source>
        <translation>请求超出其上下文长度</translation>
    </message>
    <message>
        <source>it is outside the allowed regions</source>
        <translation>它在允许的区域之外</translation>
    </message>
    <message>
        <source>the key or its team may not use it</source>
        <translation>该密钥或其团队不可使用它</translation>
    </message>
    <message>
        <source>it does not serve this kind of request</source>
        <translation>它不支持此类请求</translation>
    </message>
    <message>
        <source>a rule leaves other targets only</source>
        <translation>规则只留下其他目标</translation>
    </message>
    <message>
        <source>it has the weight 0</source>
        <translation>其权重为 0</translation>
    </message>
    <message>
        <source>its provider is paused</source>
        <translation>其提供商已暂停</translation>
    </message>
    <message>
        <source>its provider has no usable key</source>
        <translation>其提供商没有可用密钥</translation>
    </message>
    <message>
        <source>no target is left</source>
        <translation>没有剩余目标</translation>
    </message>
    <message>
        <source>the model is not there any more</source>
        <translation>该模型已不存在</translation>
    </message>
    <message>
        <source>the key may not call the model</source>
        <translation>该密钥不可调用此模型</translation>
    </message>
    <message>
        <source>a rule denies the request</source>
        <translation>规则拒绝了请求</translation>
    </message>
    <message>
        <source>the request is longer than its route takes</source>
        <translation>请求超出其路由允许的长度</translation>
    </message>
    <message>
        <source>a budget is used up</source>
        <translation>预算已用完</translation>
    </message>
    <message>
        <source>a limit is reached</source>
        <translation>已达到限额</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose a configuration</source>
        <translation>选择配置</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Replay past traffic under another configuration</source>
        <translation>用另一配置重放过去的流量</translation>
    </message>
    <message>
        <source>Nothing is sent to providers.</source>
        <translation>不会向提供商发送任何内容。</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Use a file…</source>
        <translation>使用文件…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Only requests (optional)</source>
        <translation>仅限请求（可选）</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>替换模型</translation>
    </message>
    <message>
        <source>by</source>
        <translation>为</translation>
    </message>
    <message>
        <source>Price of</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>List price times</source>
        <translation>标价乘以</translation>
    </message>
    <message>
        <source>Budget per month of</source>
        <translation>每月预算</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Cost per day</source>
        <translation>每日费用</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>按模型</translation>
    </message>
    <message>
        <source>Cost before and after by model</source>
        <translation>各模型前后费用</translation>
    </message>
    <message>
        <source>Refused and not moved</source>
        <translation>被拒绝与未能转移</translation>
    </message>
    <message>
        <source>Requests that are refused or could not move</source>
        <translation>被拒绝或未能转移的请求</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>无提供商</translation>
    </message>
    <message>
        <source>The file is too large to be a configuration.</source>
        <translation>文件过大，不可能是配置。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The replay could not be made.</source>
        <translation>无法重放。</translation>
    </message>
    <message>
        <source>In place of these changes.</source>
        <translation>代替这些更改。</translation>
    </message>
    <message>
        <source>Without the file</source>
        <translation>不用文件</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>cost before, after, difference</comment>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>%1 of %2 requests move, %3 are refused.</source>
        <translation>%2 个请求中有 %1 个转移，%3 个被拒绝。</translation>
    </message>
    <message>
        <source>Mean time of an answer %1 → %2.</source>
        <translation>平均回答时间 %1 → %2。</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln requests the time at their new place is not known.</source>
        <translation>
            <numerusform>%Ln 个请求在新位置的用时未知。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price there; their cost is missing.</source>
        <translation>
            <numerusform>%Ln 个请求在那里没有价格；其费用缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens taken as measured; other models may need more or fewer. A request goes where it went unless the change sends it elsewhere. Load, cache and running failures are left out; requests that were refused stay refused; rules on headers do not match.</source>
        <translation>token 按实测计算；其他模型可能需要更多或更少。除非更改使其转向别处，请求仍去原来的地方。不考虑负载、缓存与运行故障；被拒绝的请求仍被拒绝；基于请求头的规则不匹配。</translation>
    </message>
    <message>
        <source>The replay is done</source>
        <translation>重放完成</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>Could not use %1</source>
        <translation>无法使用 %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Save as policy draft</source>
        <translation>存为策略草稿</translation>
    </message>
    <message>
        <source>The change becomes the draft on Models &amp; Routes, where it is checked and published.</source>
        <translation>此更改将成为“模型与路由”中的草稿，在那里检查并发布。</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln requests the size of their pictures is not known; they cost what pictures of any size cost there.</source>
        <translation>
            <numerusform>%Ln 个请求的图片尺寸未知；按该处任意尺寸图片的价格计算。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::WindowActions</name>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>G&amp;o</source>
        <translation>转到(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Start the gateway</source>
        <translation>启动网关</translation>
    </message>
    <message>
        <source>Copy base URL</source>
        <translation>复制基础 URL</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上次更改</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>重做更改</translation>
    </message>
    <message>
        <source>New on this page</source>
        <translation>在此页新建</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>筛选此页</translation>
    </message>
    <message>
        <source>Refresh this page</source>
        <translation>刷新此页</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>折叠侧边栏</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Show or hide the menu bar</source>
        <translation>显示或隐藏菜单栏</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go to the next area</source>
        <translation>转到下一个区域</translation>
    </message>
    <message>
        <source>Go to the previous area</source>
        <translation>转到上一个区域</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>此页的帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Stop the gateway</source>
        <translation>停止网关</translation>
    </message>
    <message>
        <source>Choose a range of time</source>
        <translation>选择时间范围</translation>
    </message>
</context>
<context>
    <name>Gatehouse::Ui::Wizard</name>
    <message>
        <source>Provider</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Set up Gatehouse</source>
        <translation>配置 Gatehouse</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Leave setup?</source>
        <translation>离开配置？</translation>
    </message>
    <message>
        <source>You can continue from the Overview.</source>
        <translation>可以从“概览”继续。</translation>
    </message>
    <message>
        <source>Leave setup</source>
        <translation>离开配置</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Copy the key first?</source>
        <translation>先复制密钥？</translation>
    </message>
    <message>
        <source>It cannot be shown again.</source>
        <translation>密钥无法再次显示。</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>复制并关闭</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>不复制直接关闭</translation>
    </message>
</context>
<context>
    <name>HelpTopic</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Is the gateway running, what does it cost, is it fast and reliable: one look.

Activate any number, bar or table cell to see the requests behind it. Success counts a request as answered when any attempt answered it; mistakes of callers and cancelled requests are outside the rate. A dash means that the value is not known, which is not zero.</source>
        <translation>网关是否在运行、花费多少、是否快速可靠：一目了然。

激活任意数字、条形或表格单元格，可查看其背后的请求。只要有一次尝试作出回答，该请求就计为成功；调用方的错误和已取消的请求不计入成功率。短横线表示数值未知，并不等于零。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Every request with its route, attempts and cost, newest first.

Type filter words such as status:error, provider:openai or latency&gt;2s; the search is over everything stored, not only over the rows shown. Space pauses and resumes the live view, Enter opens the story of a request, J and K move through them while it is open.</source>
        <translation>每个请求及其路由、尝试和费用，最新在前。

输入筛选词，例如 status:error、provider:openai 或 latency&gt;2s；搜索范围是所有已存储的内容，而不仅是显示的行。空格键暂停和继续实时视图，Enter 键打开请求的详情，详情打开时用 J 和 K 在请求之间移动。</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>The services and local servers that answer requests, with their keys, models and limits.

A paused provider gets no new requests; routes use their other targets. Health comes from the traffic of the last five minutes.</source>
        <translation>回答请求的服务和本地服务器，包括其密钥、模型和限制。

已暂停的提供商不会收到新请求；路由会使用其他目标。健康状况来自最近五分钟的流量。</translation>
    </message>
    <message>
        <source>Models and routes</source>
        <translation>模型和路由</translation>
    </message>
    <message>
        <source>A route is a model name that apps ask for, and the list of targets that may answer.

The gateway tries targets in the order of the route's policy and goes on to the next one when a target fails before its answer has begun.</source>
        <translation>路由是应用请求的模型名称，加上可以回答的目标列表。

网关按路由规则的顺序尝试目标；目标在开始回答之前失败时，转到下一个。</translation>
    </message>
    <message>
        <source>Keys and teams</source>
        <translation>密钥和团队</translation>
    </message>
    <message>
        <source>Virtual keys are what apps use instead of the keys of providers.

A secret is shown once, when it is made. A key can be limited to routes and can be disabled, rotated or deleted at any time.</source>
        <translation>虚拟密钥供应用使用，代替提供商的密钥。

机密只在创建时显示一次。密钥可限定于某些路由，并可随时停用、轮换或删除。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How this window looks, and how the gateway listens and stores.

A value with a lock is set by the configuration file or the command line and is changed there.</source>
        <translation>此窗口的外观，以及网关如何监听和存储。

带锁的值由配置文件或命令行设定，需在那里更改。</translation>
    </message>
    <message>
        <source>Connect an app</source>
        <translation>连接应用</translation>
    </message>
    <message>
        <source>Give the app the base URL from the top bar and a virtual key instead of the key of a provider. Apps that speak the OpenAI or the Anthropic API need no other change.</source>
        <translation>在应用中填入顶栏的基础 URL，并用虚拟密钥代替提供商的密钥。使用 OpenAI 或 Anthropic API 的应用无需其他更改。</translation>
    </message>
    <message>
        <source>How costs are counted</source>
        <translation>费用的计算方式</translation>
    </message>
    <message>
        <source>Each request is priced when it ends, by the tokens that the provider reports and the price list in force. A model without a price shows as unpriced and is not in any total.</source>
        <translation>每个请求在结束时，按提供商报告的 token 和生效中的价格表计价。没有价格的模型显示为未定价，不计入任何合计。</translation>
    </message>
    <message>
        <source>Undo a change</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>Every change of the configuration is a revision. Ctrl+Z takes back the last change of this window, also long after its message has gone.</source>
        <translation>配置的每次更改都是一个版本。Ctrl+Z 撤销此窗口的上次更改，即使其消息早已消失。</translation>
    </message>
    <message>
        <source>With a tray, closing the window leaves the gateway running there. Without one, closing offers to run it as a background service; starting Gatehouse again shows that gateway.</source>
        <translation>有系统托盘时，关闭窗口后网关继续在托盘中运行。没有系统托盘时，关闭窗口会提供将其作为后台服务运行的选项；再次启动 Gatehouse 会显示该网关。</translation>
    </message>
    <message>
        <source>Without a window</source>
        <translation>没有窗口时</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>Wrong credentials</source>
        <translation>凭据错误</translation>
    </message>
    <message>
        <source>Account without credit</source>
        <translation>账户无余额</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>触发速率限制</translation>
    </message>
    <message>
        <source>Overloaded</source>
        <translation>过载</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>Connect failed</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>Timeout to first token</source>
        <translation>首个 token 超时</translation>
    </message>
    <message>
        <source>Timeout while idle</source>
        <translation>空闲超时</translation>
    </message>
    <message>
        <source>Timeout in total</source>
        <translation>总时长超时</translation>
    </message>
    <message>
        <source>Stream broken</source>
        <translation>流中断</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>无效请求</translation>
    </message>
    <message>
        <source>Context too long</source>
        <translation>上下文过长</translation>
    </message>
    <message>
        <source>Content refused</source>
        <translation>内容被拒绝</translation>
    </message>
    <message>
        <source>Model not found</source>
        <translation>未找到模型</translation>
    </message>
    <message>
        <source>Region not allowed</source>
        <translation>区域不允许</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>达到限制</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>Cancelled by the caller</source>
        <translation>被调用方取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Stream too slow</source>
        <translation>流太慢</translation>
    </message>
</context>
<context>
    <name>RouteCheck</name>
    <message>
        <source>No target of “%1” can take a request now: every provider is down or paused.</source>
        <translation>“%1”目前没有目标可接收请求：所有提供商均故障或已暂停。</translation>
    </message>
    <message>
        <source>The key “%1” may use “%2”, which is no route of this draft.</source>
        <translation>密钥“%1”可以使用“%2”，但它不是此草稿中的路由。</translation>
    </message>
    <message>
        <source>%1 does not offer “%2” now. Check the name or the provider’s model list.</source>
        <translation>%1 目前不提供“%2”。请检查名称或提供商的模型列表。</translation>
    </message>
    <message>
        <source>No price for “%1”. Its requests will not be in the spend total.</source>
        <translation>“%1”没有价格。其请求不会计入支出合计。</translation>
    </message>
</context>
<context>
    <name>RouteGraph</name>
    <message>
        <source>%1 in 24 h</source>
        <comment>requests</comment>
        <translation>24 小时 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n 次尝试</numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Fallback %1</source>
        <translation>备用 %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>place in the order</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>outside the allowed regions</source>
        <translation>不在允许的区域内</translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>Canary, %1</source>
        <translation>金丝雀，%1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <comment>the sum of weights</comment>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>weight %1 of %2</source>
        <translation>权重 %1 / %2</translation>
    </message>
</context>
<context>
    <name>RuleSentence</name>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>当%1</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>the key is %1</source>
        <translation>密钥为 %1</translation>
    </message>
    <message>
        <source>the team is %1</source>
        <translation>团队为 %1</translation>
    </message>
    <message>
        <source>the tag is %1</source>
        <translation>标签为 %1</translation>
    </message>
    <message>
        <source>the caller is bound to %1</source>
        <translation>调用方限定于 %1</translation>
    </message>
    <message>
        <source>the time is %1</source>
        <translation>时间为 %1</translation>
    </message>
    <message>
        <source>the header %1 is %2</source>
        <translation>请求头 %1 为 %2</translation>
    </message>
    <message>
        <source>tools are offered</source>
        <translation>提供了工具</translation>
    </message>
    <message>
        <source>no tools are offered</source>
        <translation>未提供工具</translation>
    </message>
    <message>
        <source>there are images</source>
        <translation>包含图像</translation>
    </message>
    <message>
        <source>there are no images</source>
        <translation>不含图像</translation>
    </message>
    <message>
        <source>there is sound</source>
        <translation>包含音频</translation>
    </message>
    <message>
        <source>there is no sound</source>
        <translation>不含音频</translation>
    </message>
    <message>
        <source>the answer follows a schema</source>
        <translation>回答遵循结构</translation>
    </message>
    <message>
        <source>the answer follows no schema</source>
        <translation>回答不遵循结构</translation>
    </message>
    <message>
        <source>the answer is streamed</source>
        <translation>回答为流式</translation>
    </message>
    <message>
        <source>the answer is not streamed</source>
        <translation>回答非流式</translation>
    </message>
    <message>
        <source>the prompt has more than %1 tokens</source>
        <translation>提示超过 %1 个 token</translation>
    </message>
    <message>
        <source>the prompt has fewer than %1 tokens</source>
        <translation>提示少于 %1 个 token</translation>
    </message>
    <message>
        <source>more than %1 of the budget is spent</source>
        <translation>预算已用超过 %1</translation>
    </message>
    <message>
        <source>refuse with “%1”</source>
        <translation>以“%1”拒绝</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>转到 %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>M月d日 HH:mm</translation>
    </message>
</context>
</TS>
