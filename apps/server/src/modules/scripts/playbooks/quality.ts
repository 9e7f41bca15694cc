import { type PlaybookText, said } from './shape.ts';

export const quality: PlaybookText = {
  id: 'quality_doubt',
  name: said('质量疑虑', '品質疑慮', 'Doubt about quality'),
  when: said(
    '买家问“质量好不好”“会不会坏”“和图片一样吗”。先听清担心的是什么，再说事实，不急着夸。',
    '買家問「品質好嗎」「會不會壞」「跟圖片一樣嗎」。先聽懂對方擔心什麼，再說事實，不急著誇。',
    'The buyer asks whether it is any good, whether it lasts, whether it looks like the picture. Hear what the worry is, then give facts; praise comes last.',
  ),
  steps: [
    {
      title: said('先接住担心', '先接住擔心', 'Take the worry seriously'),
      when: said(
        '买家第一次提出疑虑',
        '買家第一次提出疑慮',
        'The doubt is raised for the first time',
      ),
      text: said(
        '{buyer.name|您}的顾虑很正常，隔着屏幕买东西，谁都想先问清楚。您主要担心的是材质、做工，还是用久了会怎样？我按您在意的那一点细说。',
        '{buyer.name|您}會擔心很正常，隔著螢幕買東西，當然要先問清楚。您比較在意的是材質、做工，還是用久之後的狀況？我針對那一點跟您說明。',
        'A fair question: nobody likes to buy unseen. Is it the material, the workmanship or how it wears that you wonder about most? I will answer exactly that.',
      ),
    },
    {
      title: said('只说事实', '只說事實', 'Facts, not praise'),
      when: said(
        '知道买家在意哪一点之后',
        '知道買家在意哪一點之後',
        'Once you know which point matters',
      ),
      text: said(
        '这款的材质和工艺在详情页有写，我把要点发给您：看材质、看接缝、看用过半年的买家实拍。有一点也如实告诉您：图片是自然光拍的，屏幕不同会有轻微色差。',
        '這款的材質與做法商品頁都有寫，重點我整理給您：看材質、看接縫、看用過半年的買家實拍。也要老實說一點：照片是自然光拍的，不同螢幕多少會有色差。',
        'Material and making are on the product page; the short version: look at the material, the joints, and the photos of people who have used it for half a year. And honestly: pictures were taken in daylight, so screens may show a slightly different colour.',
      ),
    },
    {
      title: said('给看得见的凭据', '給看得到的憑據', 'Show something they can check'),
      when: said('买家仍半信半疑', '買家仍半信半疑', 'Still half in doubt'),
      text: said(
        '我可以让仓库现在拍一张实物近照给您，想看哪个部位您说。买过的人的评价好的坏的都在详情页，您也可以直接看差评怎么说。',
        '我可以請倉庫現在拍一張實品近照給您，想看哪個部位跟我說。買過的人好壞評價都在商品頁，您也可以直接看負評怎麼寫。',
        'I can have the warehouse take a close-up for you right now; just say which part. Reviews, good and bad, are on the product page, and the critical ones are worth reading first.',
      ),
    },
    {
      title: said('说清退路', '說清楚退路', 'Name the way back'),
      when: said('买家快要决定', '買家快要決定', 'About to decide'),
      text: said(
        '收到后请先验货：和描述不符、有破损，拍照发我，来回运费由我们承担；不影响二次销售的，签收后七天内也可以退。您不必为试一试承担风险。',
        '收到後請先檢查：與描述不符或有破損，拍照給我，來回運費由我們負擔；七天猶豫期內不合意也可以退。您不用為了試試看承擔風險。',
        'Please check it when it comes: if it is damaged or not as described, send me a photo and we pay postage both ways. Unused, it may also come back within seven days. Trying it costs you nothing.',
      ),
    },
    {
      title: said('轻轻收尾', '輕輕收尾', 'Close gently'),
      when: said('疑虑已解，买家没再追问', '疑慮已解，買家沒有再追問', 'No more questions'),
      text: said(
        '您先看看，不急。决定了告诉我要哪个规格，我帮您核对好再下单；还有想问的随时叫我。我是{agent.name|您的专属客服}。',
        '您慢慢看，不急。決定好告訴我要哪個規格，我先幫您核對再下單；還有問題隨時叫我。我是{agent.name|您的客服}。',
        'Take your time. When you know which version you want, tell me and I will check it with you before you order. I am {agent.name|here} whenever you need me.',
      ),
    },
  ],
};
